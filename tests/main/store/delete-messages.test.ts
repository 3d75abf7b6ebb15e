import { describe, expect, it } from 'vitest';
import { upsertAssessment } from '#main/store/assessments.ts';
import { deleteAccount, deleteFromAccount, listOfAccount } from '#main/store/delete-messages.ts';
import { searchMessages } from '#main/store/search.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { aMessage, anAddress, anAssessment, aSentMessage } from '#tests/helpers/builders.ts';
import { anAccount, stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

const OF_A_MESSAGE = [
  'messages',
  'envelopes',
  'bodies',
  'signals',
  'assessments',
  'sources',
  'recipients',
  'message_search_docsize',
];
const OF_ALL = [...OF_A_MESSAGE, 'addresses', 'people', 'threads', 'thread_keys', 'accounts'];

describe('deleteFromAccount', () => {
  it('takes everything of a message with it, and judges what came later again', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const ids = stored(db, [aMessage({ text: 'budget' }), aSentMessage(), aMessage()], account);
    for (const id of ids) upsertAssessment(db, id, anAssessment());
    upsertSetting(db, 'judged-through', ids[2] ?? 0);
    deleteFromAccount(db, account, ids.slice(0, 2));
    const counts = OF_A_MESSAGE.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]);
    expect(Object.fromEntries(counts)).toEqual({
      ...Object.fromEntries(OF_A_MESSAGE.map((table) => [table, 1])),
      recipients: 0,
    });
    expect(searchMessages(db, { query: 'budget ', limit: 5 }).items).toEqual([]);
    expect(getSetting(db, 'judged-through')).toBe((ids[0] ?? 0) - 1);
    expect(db.prepare('SELECT message_count FROM accounts').pluck().get()).toBe(1);
  });

  it('keeps a message that another account has as well', () => {
    const { db } = aStore();
    const [one, two] = [anAccount(db, 'import', 'one.mbox'), anAccount(db, 'import', 'two.mbox')];
    const message = aMessage();
    const ids = stored(db, [message], one);
    stored(db, [message], two);
    deleteFromAccount(db, one, ids);
    expect(listOfAccount(db, two, 10)).toEqual(ids);
    expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1);
  });
});

describe('deleteAccount', () => {
  it('leaves no trace of the people in its mail', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const ids = stored(db, [aMessage(), aSentMessage({ to: [anAddress('Bob <bob@x.example>')] })], account);
    deleteFromAccount(db, account, ids);
    deleteAccount(db, account);
    for (const table of OF_ALL)
      expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
  });

  it('keeps the mail that was not deleted with it', () => {
    const { db } = aStore();
    const [one, two] = [anAccount(db, 'import', 'one.mbox'), anAccount(db, 'import', 'two.mbox')];
    const message = aMessage();
    stored(db, [message], one);
    stored(db, [message], two);
    deleteAccount(db, one);
    expect(db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(1);
  });
});
