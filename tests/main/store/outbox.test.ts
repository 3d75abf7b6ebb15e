import { describe, expect, it } from 'vitest';
import type { MessageRowId } from '#core/mail/message.ts';
import type { WritableDb } from '#main/store/database.ts';
import {
  durably,
  forgetChanges,
  getAction,
  insertAction,
  listOpenActions,
  listOutboxItems,
  moveStep,
  type NewAction,
  pendingLabels,
  updateAction,
} from '#main/store/outbox.ts';
import { aStore } from '#tests/helpers/test-store.ts';

const MESSAGE = 7 as MessageRowId;

function anAction(differing: Partial<NewAction> = {}): NewAction {
  return {
    kind: 'archive',
    state: 'undoable',
    createdAt: 1000,
    undoUntil: 11_000,
    outcome: '',
    changes: [{ messageId: MESSAGE, added: [], removed: ['INBOX'] }],
    steps: [{ messageIds: [MESSAGE], plan: { type: 'labels', add: [], remove: ['INBOX'] } }],
    ...differing,
  };
}

const synchronous = (db: WritableDb): unknown => db.pragma('synchronous', { simple: true });

describe('durably', () => {
  it('flushes its commit to the disk (FULL), and leaves the rest as fast as it was (NORMAL)', () => {
    const { db } = aStore();
    expect(synchronous(db)).toBe(1);
    expect(durably(db, () => synchronous(db))).toBe(2);
    expect(synchronous(db)).toBe(1);
    expect(() =>
      durably(db, () => {
        insertAction(db, anAction());
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(synchronous(db)).toBe(1);
    expect(listOpenActions(db)).toEqual([]);
  });
});

describe('an action', () => {
  it('comes back as it was journaled, with every change of state', () => {
    const { db } = aStore();
    const id = insertAction(db, anAction());
    const step = getAction(db, id)?.steps[0];
    expect(step).toMatchObject({ state: 'waiting', messageIds: [MESSAGE], plan: { type: 'labels' } });
    moveStep(db, step?.id ?? 0, { state: 'drafted', draftId: 'r-1' });
    moveStep(db, step?.id ?? 0, { state: 'failed', error: { kind: 'gmail-rejected', message: 'm', cure: 'c' } });
    expect(getAction(db, id)?.steps[0]).toMatchObject({ state: 'failed', draftId: 'r-1', error: { message: 'm' } });
    moveStep(db, step?.id ?? 0, { state: 'waiting', draftId: null, error: null });
    expect(getAction(db, id)?.steps[0]).not.toHaveProperty('draftId');
    expect(getAction(db, id)?.steps[0]).not.toHaveProperty('error');
  });

  it('is listed newest first, opened messages left out unless they failed', () => {
    const { db } = aStore();
    const first = insertAction(db, anAction());
    const read = insertAction(db, anAction({ kind: 'mark-read', state: 'waiting' }));
    const last = insertAction(db, anAction({ kind: 'spam' }));
    expect(listOutboxItems(db, 10).map(({ id }) => id)).toEqual([last, first]);
    updateAction(db, read, { state: 'failed' });
    expect(listOutboxItems(db, 10).map(({ id }) => id)).toEqual([last, read, first]);
    updateAction(db, last, { state: 'done' });
    expect(listOpenActions(db).map(({ id }) => id)).toEqual([first]);
  });
});

describe('pendingLabels', () => {
  it('adds up what is still on its way, the latest word last', () => {
    const { db } = aStore();
    const archived = insertAction(db, anAction());
    const spam = insertAction(
      db,
      anAction({ kind: 'spam', changes: [{ messageId: MESSAGE, added: ['SPAM', 'INBOX'], removed: ['UNREAD'] }] }),
    );
    expect(pendingLabels(db, MESSAGE)).toEqual({ added: ['SPAM', 'INBOX'], removed: ['UNREAD'] });
    updateAction(db, spam, { state: 'done' });
    expect(pendingLabels(db, MESSAGE)).toEqual({ added: [], removed: ['INBOX'] });
    forgetChanges(db, archived, [MESSAGE]);
    expect(pendingLabels(db, MESSAGE)).toEqual({ added: [], removed: [] });
  });
});
