import { describe, expect, it } from 'vitest';
import { listAccounts } from '#main/store/accounts.ts';
import { insertMessages } from '#main/store/insert-messages.ts';
import { changeLabels, getLabels } from '#main/store/labels.ts';
import { getIncomingMessage, getMessage, listKnownGmailIds } from '#main/store/messages.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { listTriageMessages } from '#main/store/triage-messages.ts';
import { aMessage, anAddress, aSentMessage, START_AT } from '#tests/helpers/builders.ts';
import { anAccount, prepared, stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

describe('insertMessages', () => {
  it('gives back what was put in', () => {
    const { db } = aStore();
    const message = aMessage({
      text: 'Grüße, 東京',
      quoted: '> earlier',
      html: '<p>Grüße</p>',
      cc: [anAddress('Cem <cem@firm.example>')],
      attachments: [{ name: 'cv.pdf', type: 'application/pdf', sizeBytes: 5 }],
      headers: { listId: 'news.firm.example' },
      references: ['<r1@firm.example>'],
      inReplyTo: '<r1@firm.example>',
      defects: ['no charset given'],
    });
    const [id = 0 as never] = stored(db, [message]);
    expect(getIncomingMessage(db, id)).toEqual({ message, direction: 'received' });
  });

  it('stores a batch once, however often it comes', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const batch = [aMessage(), aMessage(), aSentMessage()].map((message) => prepared(message));
    expect(insertMessages(db, account, batch)).toMatchObject({ known: 0, added: { length: 3 } });
    expect(insertMessages(db, account, batch)).toEqual({ known: 3, added: [] });
    expect(insertMessages(db, account, [...batch, ...batch])).toEqual({ known: 6, added: [] });
    expect(listAccounts(db)[0]?.messageCount).toBe(3);
    expect(db.prepare('SELECT count(*) FROM message_search_docsize').pluck().get()).toBe(3);
  });

  it('keeps apart messages that carry one Message-ID but differ', () => {
    const { db } = aStore();
    const first = aMessage();
    expect(stored(db, [first, { ...first, subject: 'Something else' }])).toHaveLength(2);
  });

  it('knows a message again by its Gmail id, whatever its headers say', () => {
    const { db } = aStore();
    const gmail = anAccount(db, 'gmail', 'olive@owner.example');
    const [id] = stored(db, [aMessage({ gmailId: '18f01' })], gmail);
    expect(insertMessages(db, gmail, [prepared(aMessage({ gmailId: '18f01' }))])).toEqual({ added: [], known: 1 });
    expect(listKnownGmailIds(db, ['18f01', '18f02'])).toEqual(new Set(['18f01']));
    expect(id).toBeDefined();
  });

  it('lets a second source add labels and ids to a message, but not bring it back to the inbox', () => {
    const { db } = aStore();
    const message = aMessage();
    const [id = 0 as never] = stored(db, [message], anAccount(db, 'import', 'one.mbox'));
    changeLabels(db, [id], { remove: ['INBOX', 'UNREAD'] });
    stored(
      db,
      [{ ...message, labels: ['INBOX', 'UNREAD', 'STARRED'], gmailId: '18f03' }],
      anAccount(db, 'import', 'two.mbox'),
    );
    expect(getLabels(db, id)).toEqual(['STARRED']);
    expect(listKnownGmailIds(db, ['18f03']).size).toBe(1);
  });

  it('believes what Gmail says about labels', () => {
    const { db } = aStore();
    const message = aMessage({ labels: ['INBOX', 'UNREAD'] });
    const [id = 0 as never] = stored(db, [message]);
    stored(
      db,
      [{ ...message, labels: ['CATEGORY_UPDATES'], gmailId: '18f04' }],
      anAccount(db, 'gmail', 'olive@owner.example'),
    );
    expect(getLabels(db, id)).toEqual(['CATEGORY_UPDATES']);
  });

  it('takes mail of a file without labels for the inbox, and archived Gmail for archived', () => {
    const { db } = aStore();
    const [plain, archived] = stored(db, [aMessage({ labels: [] }), aMessage({ labels: [], gmailThreadId: '18f05' })]);
    const inbox = db.prepare('SELECT id FROM messages WHERE in_inbox = 1').pluck().all();
    expect(inbox).toEqual([plain]);
    expect(inbox).not.toContain(archived);
  });

  it('orders rows by date whatever the order of arrival', () => {
    const { db } = aStore();
    const times = [5, 1, 9, 3].map((day) => START_AT + day * 86_400_000);
    for (const receivedAt of times) stored(db, [aMessage({ receivedAt })]);
    expect(listTriageMessages(db, 0, 10).map(({ message }) => message.receivedAt)).toEqual(
      times.toSorted((a, b) => a - b),
    );
  });

  it('finds a place for more mail of one second than a second holds, and for mail without any date', () => {
    const { db } = aStore();
    const batch = Array.from({ length: 600 }, () => aMessage({ receivedAt: 0 }));
    expect(new Set(stored(db, batch)).size).toBe(600);
    expect(
      stored(db, [aMessage({ receivedAt: Number.NaN }), aMessage({ receivedAt: -5 }), aMessage({ receivedAt: 9e15 })]),
    ).toHaveLength(3);
  });

  it('marks verdicts as stale from the earliest new message on', () => {
    const { db } = aStore();
    const [first = 0 as never] = stored(db, [aMessage({ receivedAt: START_AT })]);
    upsertSetting(db, 'judged-through', first);
    const [later = 0 as never] = stored(db, [aMessage({ receivedAt: START_AT + 10_000 })]);
    expect(getSetting(db, 'judged-through')).toBe(first);
    upsertSetting(db, 'judged-through', later);
    const [between = 0 as never] = stored(db, [aMessage({ receivedAt: START_AT + 5000 })]);
    expect(getSetting(db, 'judged-through')).toBe(between - 1);
  });

  it('stores all of a batch or nothing', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const broken = { ...prepared(aMessage()), envelope: undefined as unknown as string };
    expect(() => insertMessages(db, account, [prepared(aMessage()), broken])).toThrow('NOT NULL');
    expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
  });

  it('shows the message with its thread and header lines', () => {
    const { db } = aStore();
    const root = aMessage({ headers: { precedence: 'bulk', returnPath: '<>' } });
    const answer = aSentMessage({ inReplyTo: root.messageId, references: [root.messageId] });
    const [id = 0 as never] = stored(db, [root, answer]);
    const view = getMessage(db, id, () => []);
    expect(view?.thread.map(({ messageId }) => messageId)).toEqual([root.messageId, answer.messageId]);
    expect(view?.headerLines).toEqual(['Precedence: bulk', 'Return-Path: <>']);
  });
});
