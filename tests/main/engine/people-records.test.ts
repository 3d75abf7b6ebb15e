import { describe, expect, it } from 'vitest';
import { PeopleRecords } from '#main/engine/people-records.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { getSetting } from '#main/store/settings.ts';
import { aMessage, anOwner, aTriageMessage } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aJudgedStore } from '#tests/helpers/test-triage.ts';

describe('PeopleRecords', () => {
  it('has everybody wait again where writing breaks off', async () => {
    const { db, triage } = aJudgedStore();
    stored(db, [aMessage()]);
    await triage.settled();
    const through = getSetting(db, 'judged-through') ?? 0;
    const giveWay = async (): Promise<void> => await Promise.reject(new Error('the disk is full'));
    const people = new PeopleRecords({ db, giveWay, now: Date.now }, through);
    people.touch(aTriageMessage());
    await expect(people.write(createCorrespondence(anOwner(), []), through, () => false)).rejects.toThrow('disk');
    expect(people.waiting).toBe(true);
  });
});
