import { describe, expect, it } from 'vitest';
import { upsertAssessment } from '#main/store/assessments.ts';
import { directionOf } from '#main/store/direction.ts';
import { correctDirections } from '#main/store/directions.ts';
import { listWithPerson } from '#main/store/message-summaries.ts';
import { findPerson } from '#main/store/senders.ts';
import { aMessage, anAddress, anAssessment, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

describe('directionOf', () => {
  const keys = new Set([OWNER_ADDRESS]);
  const from = anAddress(OWNER_ADDRESS);

  it("believes Gmail's label, else the address", () => {
    expect(directionOf({ from: anAddress('alias@other.example'), labels: ['SENT'] }, keys)).toBe('sent');
    expect(directionOf({ from, labels: [] }, keys)).toBe('sent');
    expect(directionOf({ from: anAddress('ann@lee.example'), labels: ['INBOX'] }, keys)).toBe('received');
  });

  it("does not take spam under the owner's address for the owner's", () => {
    expect(directionOf({ from, labels: ['SPAM'] }, keys)).toBe('received');
  });
});

describe('correctDirections', () => {
  it('turns what the owner wrote into sent mail, out of the inbox and without a verdict, and back again', () => {
    const { db } = aStore();
    const [id = 0 as never] = stored(db, [
      aMessage({ from: anAddress('second@owner.example'), to: [anAddress('bob@x.example')] }),
    ]);
    upsertAssessment(db, id, anAssessment());
    const row = (): unknown => db.prepare('SELECT direction, in_inbox, lane FROM messages').get();
    expect(row()).toEqual({ direction: 'received', in_inbox: 1, lane: 'stranger' });

    expect(correctDirections(db, ['second@owner.example'], 0, 10)).toBe(id);
    expect(row()).toEqual({ direction: 'sent', in_inbox: 0, lane: null });
    const bob = findPerson(db, 'bob@x.example');
    expect(bob === undefined ? [] : listWithPerson(db, bob, 5)).toHaveLength(1);

    correctDirections(db, ['nobody@owner.example'], 0, 10);
    expect(row()).toEqual({ direction: 'received', in_inbox: 1, lane: null });
    expect(bob === undefined ? [] : listWithPerson(db, bob, 5)).toHaveLength(0);
    expect(correctDirections(db, [], id, 10)).toBeUndefined();
  });
});
