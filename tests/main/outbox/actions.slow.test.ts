import { describe, expect, it } from 'vitest';
import { FILTER_SCOPE } from '#main/account/scopes.ts';
import { upsertAccount } from '#main/store/accounts.ts';
import { previewUnsubscribe } from '#main/outbox/unsubscribe-preview.ts';
import { getAction, listOutboxItems } from '#main/store/outbox.ts';
import { aScene, sceneOf } from '#tests/helpers/acting.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import type { Fault } from '#tests/helpers/gmail-server/faults.ts';
import { aLetter } from '#tests/helpers/letters.ts';
import { aListServer } from '#tests/helpers/list-server.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';

const LONG = { undoWindowMs: 3_600_000 };

/** A newsletter with a proper way out, as Gmail hands it on. */
const newsletter = (differing: readonly string[] = []) =>
  aLetter({
    from: 'News <news@list.example>',
    headers: [
      'List-Unsubscribe: <https://list.example/leave?id=42>, <mailto:leave@list.example?subject=leave>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'DKIM-Signature: v=1; a=rsa-sha256; d=list.example; s=s; h=From:List-Unsubscribe:List-Unsubscribe-Post; bh=x; b=y',
      'Authentication-Results: mx.google.com; dkim=pass header.i=@list.example header.s=s',
      ...differing,
    ],
  });

describe('archive, spam, read', () => {
  it('reach Gmail in one call for many messages', async () => {
    const { server, writer, held, act, here, there } = await aScene(
      Array.from({ length: 30 }, () => aLetter({ labels: ['INBOX', 'Work'] })),
    );
    const { id } = await act('archive', held);
    expect(held.map((message) => here(message))).toEqual(held.map(() => ['Work']));
    expect(await writer.reached(id, 'done')).toMatchObject({ outcome: 'Done' });
    expect(server.countCalls('users.messages.batchModify')).toBe(1);
    expect(held.every((message) => !there(message).includes('INBOX'))).toBe(true);
  });

  it('puts spam where Gmail keeps it, and enters it in the ledger', async () => {
    const { writer, held, act, here, there, boundaryStates } = await aScene([aLetter()]);
    await writer.reached((await act('spam', held)).id, 'done');
    expect([here(held[0]), there(held[0])]).toEqual([['SPAM'], ['SPAM']]);
    expect(boundaryStates()).toEqual(['spam ann@lee.example set']);
  });

  it('marks read at once, silently, and without an undo window', async () => {
    const { writer, held, rowId, there } = await aScene([aLetter({ labels: ['INBOX', 'UNREAD'] })], { writer: LONG });
    await writer.request('message.markRead', { ids: [rowId(held[0])] });
    while (there(held[0]).includes('UNREAD')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(writer.events.filter(({ type }) => type === 'outbox')).toEqual([]);
    expect(listOutboxItems(writer.db, 10)).toEqual([]);
    while (getAction(writer.db, 1) !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    await writer.request('message.markRead', { ids: [rowId(held[0])] });
    expect(getAction(writer.db, 2)).toBeUndefined();
  });

  it('puts back what Gmail refuses, with the reason, and can be tried again', async () => {
    const { server, writer, held, act, here, there } = await aScene([aLetter({ labels: ['INBOX', 'UNREAD'] })]);
    server.faults.add({
      on: 'users.messages.modify',
      fault: { kind: 'error', status: 400, reason: 'failedPrecondition', message: 'Not this one.' },
    });
    const { id } = await act('archive', held);
    const failed = await writer.reached(id, 'failed');
    expect(failed.error).toMatchObject({ kind: 'gmail-rejected', message: 'Gmail refused: Not this one.' });
    expect(here(held[0])).toEqual(['INBOX', 'UNREAD']);
    await writer.request('action.retry', { outboxId: id });
    await writer.reached(id, 'done');
    expect([here(held[0]), there(held[0])]).toEqual([['UNREAD'], ['UNREAD']]);
  });

  it('takes it for done where Gmail no longer has the message', async () => {
    const { server, writer, held, act } = await aScene([aLetter()]);
    server.mailbox.remove(held[0]?.id ?? '');
    expect(await writer.reached((await act('archive', held)).id, 'done', 'failed')).toMatchObject({ state: 'done' });
  });

  const passing: readonly (readonly [string, Fault])[] = [
    ['a lost answer', { kind: 'drop', when: 'after' }],
    ['a server error', { kind: 'error', status: 502 }],
    [
      'a pause that Gmail asks for',
      { kind: 'error', status: 403, reason: 'userRateLimitExceeded', domain: 'usageLimits' },
    ],
  ];

  it.each(passing)('survives %s', async (_, fault) => {
    const { server, writer, held, act, there } = await aScene([aLetter()]);
    server.faults.add({ on: 'users.messages.modify', fault });
    await writer.reached((await act('archive', held)).id, 'done');
    expect(there(held[0])).toEqual([]);
  });
});

describe('do not engage', () => {
  it('sends nothing, and keeps what comes in that thread out of the inbox until it is forgiven', async () => {
    const first = aLetter({ subject: 'Hello?' });
    const { server, writer, held, act } = await aScene([first]);
    await writer.reached((await act('do-not-engage', held)).id, 'done');
    expect(server.mailbox.deliveries).toEqual([]);
    const followUp = server.mailbox.deliver(aLetter({ subject: 'Re: Hello?', inReplyTo: first.messageId }));
    const elsewhere = server.mailbox.deliver(aLetter({ subject: 'Something else' }));
    await writer.request('sync.run', {});
    const scene = sceneOf(server, writer);
    while (scene.there(followUp).includes('INBOX')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(scene.here(followUp)).toEqual(['UNREAD']);
    expect(scene.here(elsewhere)).toContain('INBOX');
  });
});

describe('block', () => {
  it('asks for the permission when it is first needed, makes the filter, and works from then on', async () => {
    const { server, writer, held, act, here, boundaryStates } = await aScene([aLetter()]);
    const { id } = await act('block', held);
    expect(here(held[0])).toEqual(['TRASH']);
    const page = await writer.nextUrl();
    expect(new URL(page).searchParams.get('scope')).toContain(FILTER_SCOPE);
    expect(new URL(page).searchParams.get('login_hint')).toBe('olive@owner.example');
    expect(getAction(writer.db, id)).toMatchObject({
      state: 'waiting',
      outcome: 'Waiting for your answer on Google’s page',
    });
    await server.acceptConsent(page);
    expect(await writer.reached(id, 'done')).toMatchObject({
      outcome: 'Gmail puts mail from ann@lee.example into the trash from now on',
    });
    expect(server.mailbox.filters).toMatchObject([
      { criteria: { from: 'ann@lee.example' }, action: { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] } },
    ]);
    expect([...server.mailbox.deliver(aLetter()).labels]).toContain('TRASH');
    expect(boundaryStates()).toEqual(['block ann@lee.example set']);
    const again = server.mailbox.deliver(aLetter({ from: 'Bo <bo@other.example>' }));
    await writer.request('sync.run', {});
    await writer.reached((await act('block', [again])).id, 'done');
    expect(server.mailbox.filters).toHaveLength(2);
  });

  it('is put back when the permission is refused, and asks again on Retry', async () => {
    const { server, writer, held, act, here, boundaryStates } = await aScene([aLetter()]);
    const { id } = await act('block', held);
    await server.refuseConsent(await writer.nextUrl());
    expect((await writer.reached(id, 'failed')).error).toMatchObject({ kind: 'auth-refused' });
    expect(here(held[0])).toEqual(['INBOX']);
    expect(boundaryStates()).toEqual([]);
    await writer.request('action.retry', { outboxId: id });
    await server.acceptConsent(await writer.nextUrl());
    await writer.reached(id, 'done');
    expect(server.mailbox.filters).toHaveLength(1);
  });

  it('makes one filter, also when the answer to making it is lost', async () => {
    const { server, writer, held, act } = await aScene([aLetter()]);
    server.faults.add({ on: 'users.settings.filters.create', fault: { kind: 'drop', when: 'after' } });
    const { id } = await act('block', held);
    await server.acceptConsent(await writer.nextUrl());
    await writer.reached(id, 'done');
    expect(server.mailbox.filters).toHaveLength(1);
  });

  it('never blocks the owner', async () => {
    const { held, act } = await aScene([aLetter({ from: 'olive@owner.example', labels: ['INBOX'] })]);
    await expect(act('block', held)).rejects.toThrow('your own address');
  });

  it('does not open a page by itself at the next start', async () => {
    const { server, writer, held, act } = await aScene([aLetter()]);
    const { id } = await act('block', held);
    await writer.nextUrl();
    await writer.close();
    const again = aWriter({ server, profileDir: writer.profileDir, keychain: writer.keychain });
    expect((await again.reached(id, 'failed')).error?.cure).toContain('Retry');
    expect(again.events.filter(({ type }) => type === 'open-url')).toEqual([]);
    expect(sceneOf(server, again).here(held[0])).toEqual(['INBOX']);
  });
});

describe('unsubscribe', () => {
  it('clicks once where that is safe, after the undo window, and says what the server said', async () => {
    const list = await aListServer();
    const { writer, held, act, boundaryStates } = await aScene([newsletter(), newsletter()], {
      writer: { network: list.network },
    });
    const item = await act('unsubscribe', held);
    expect(item.outcome).toBe('Asking list.example to unsubscribe you');
    expect(list.requests).toHaveLength(0);
    expect(await writer.reached(item.id, 'done')).toMatchObject({ outcome: 'Unsubscribed: list.example said so' });
    expect(list.requests).toHaveLength(1);
    expect(boundaryStates()).toEqual(['unsubscribe news@list.example set']);
  });

  it('asks nobody when it is undone', async () => {
    const list = await aListServer();
    const { writer, held, act } = await aScene([newsletter()], { writer: { network: list.network, ...LONG } });
    const { id } = await act('unsubscribe', held);
    await writer.request('action.undo', { outboxId: id });
    await writer.request('sync.run', {});
    expect(list.requests).toHaveLength(0);
  });

  it('tells when the server said no, and leaves by mail on Retry', async () => {
    const list = await aListServer({ answer: (_, response) => response.writeHead(500).end() });
    const { server, writer, held, act, here } = await aScene([newsletter()], { writer: { network: list.network } });
    const { id } = await act('unsubscribe', held);
    expect((await writer.reached(id, 'failed')).error?.message).toContain('still subscribed');
    expect(here(held[0])).toEqual(['INBOX']);
    await writer.request('action.retry', { outboxId: id });
    expect(await writer.reached(id, 'done')).toMatchObject({
      outcome: expect.stringContaining('Asked leave@list.example') as unknown,
    });
    expect(list.requests).toHaveLength(1);
    expect(server.mailbox.deliveries).toMatchObject([{ recipients: ['leave@list.example'] }]);
    expect(server.mailbox.deliveries[0]?.raw).toMatch(/^Subject: leave\r$/m);
  });

  it('does not click where Gmail has not vouched for the sender', async () => {
    const list = await aListServer();
    const forged = newsletter();
    const raw = String(forged.raw).replace('dkim=pass', 'dkim=fail');
    const { server, writer, held, act } = await aScene([{ ...forged, raw }], { writer: { network: list.network } });
    const item = await act('unsubscribe', held);
    expect(item.outcome).toBe('Writing “leave” to leave@list.example');
    await writer.reached(item.id, 'done');
    expect(list.requests).toHaveLength(0);
    expect(server.mailbox.deliveries).toHaveLength(1);
  });

  it('shows the mail before it goes and sends what the user made of it', async () => {
    const list = await aListServer();
    const forged = newsletter();
    const raw = String(forged.raw).replace('dkim=pass', 'dkim=fail');
    const { server, writer, held, rowId } = await aScene([{ ...forged, raw }], { writer: { network: list.network } });
    const ids = [rowId(held[0])];
    const [offer, ...others] = previewUnsubscribe(writer.db, ids);
    expect(others).toEqual([]);
    expect(offer?.withoutOneClick).toContain('no mail provider has confirmed the signature of list.example');
    expect(offer?.ways[0]).toMatchObject({ method: 'mailto', to: 'leave@list.example', subject: 'leave' });
    expect(server.mailbox.deliveries).toHaveLength(0);
    await expect(writer.request('action.run', { ids, kind: 'unsubscribe', way: 'one-click' })).rejects.toThrow(
      'does not offer that way',
    );
    const body = 'Please take me off this list.';
    const { id } = await writer.request('action.run', { ids, kind: 'unsubscribe', way: 'mailto', body });
    await writer.reached(id, 'done');
    const [sent, ...more] = server.mailbox.deliveries;
    expect(more).toEqual([]);
    expect(String(sent?.raw)).toMatch(/\r\n\r\nPlease take me off this list\.\s*$/);
  });

  it('writes what the user has edited, not the draft that was refused', async () => {
    const list = await aListServer();
    const { server, writer, held, rowId } = await aScene([newsletter()], { writer: { network: list.network } });
    server.faults.add({ on: 'users.drafts.send', fault: { kind: 'drop', when: 'before' } });
    server.faults.add({ on: 'users.drafts.get', fault: { kind: 'error', status: 403, reason: 'domainPolicy' } });
    const ids = [rowId(held[0])];
    const { id } = await writer.request('action.run', { ids, kind: 'unsubscribe', way: 'mailto', body: 'Stop it.' });
    await writer.reached(id, 'failed');
    expect(server.mailbox.drafts.size).toBe(1);
    await writer.request('action.retry', { outboxId: id, way: 'mailto', body: 'Take me off, please.' });
    await writer.reached(id, 'done');
    const [sent, ...more] = server.mailbox.deliveries;
    expect(more).toEqual([]);
    expect(String(sent?.raw)).toContain('Take me off, please.');
    expect(server.mailbox.drafts.size).toBe(0);
  });

  it('takes another way where the user chooses one', async () => {
    const list = await aListServer();
    const { server, writer, held, rowId } = await aScene([newsletter()], { writer: { network: list.network } });
    const ids = [rowId(held[0])];
    const { id } = await writer.request('action.run', { ids, kind: 'unsubscribe', way: 'mailto' });
    await writer.reached(id, 'done');
    expect(list.requests).toHaveLength(0);
    expect(server.mailbox.deliveries).toHaveLength(1);
  });

  it('goes on after a refused click by the way and in the words that the user chooses', async () => {
    const list = await aListServer({ answer: (_, response) => response.writeHead(500).end() });
    const { server, writer, held, act } = await aScene([newsletter()], { writer: { network: list.network } });
    const { id } = await act('unsubscribe', held);
    await writer.reached(id, 'failed');
    await writer.request('action.retry', { outboxId: id, way: 'mailto', body: 'Take me off, please.' });
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(1);
    expect(String(server.mailbox.deliveries[0]?.raw)).toContain('Take me off, please.');
  });

  it('writes to the address in the text where that is the only way out', async () => {
    const body = 'Our news.\n\nTo unsubscribe write to leave@list.example.';
    const { server, writer, held, act, rowId } = await aScene([aLetter({ body })]);
    expect(previewUnsubscribe(writer.db, [rowId(held[0])])).toMatchObject([
      { ways: [{ method: 'mailto', to: 'leave@list.example', subject: 'unsubscribe' }] },
    ]);
    const { id } = await act('unsubscribe', held);
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries).toMatchObject([{ recipients: ['leave@list.example'] }]);
  });

  it('previews a message without a way out as a refusal with its cure', async () => {
    const { writer, held, rowId } = await aScene([aLetter()]);
    expect(previewUnsubscribe(writer.db, [rowId(held[0])])).toMatchObject([
      { ways: [], refusal: { kind: 'not-allowed', message: expect.stringContaining('no way') as unknown } },
    ]);
  });

  it('opens a page at once and claims no more than that', async () => {
    const page = aLetter({ body: 'To unsubscribe go to https://list.example/leave' });
    const { writer, held, act, boundaryStates } = await aScene([page]);
    const item = await act('unsubscribe', held);
    expect(await writer.nextUrl()).toBe('https://list.example/leave');
    expect(await writer.reached(item.id, 'done')).toMatchObject({
      outcome: 'Opened list.example in your browser: unsubscribe there',
    });
    expect(boundaryStates()).toEqual(['unsubscribe ann@lee.example set']);
  });

  it('says so where there is no way out, and changes nothing', async () => {
    const { held, act, here } = await aScene([aLetter()]);
    await expect(act('unsubscribe', held)).rejects.toThrow('names no way to unsubscribe');
    expect(here(held[0])).toEqual(['INBOX']);
  });
});

describe('without a Gmail account that may be written to', () => {
  it('archives here and says so; a letter waits, and can be thought over once Gmail is connected', async () => {
    const scene = await aScene([aLetter(), aLetter({ from: 'Max <max@pitch.example>' })]);
    const { server, writer, held, act, here } = scene;
    const accountId = listAccountIds(writer)[0] ?? 0;
    await writer.request('account.disconnect', { accountId });
    expect(await writer.reached((await act('archive', [held[1]])).id, 'done')).toMatchObject({
      outcome: 'Done here; no Gmail account is connected',
    });
    expect(here(held[1])).toEqual([]);
    const { id } = await act('decline', [held[0]]);
    while (getAction(writer.db, id)?.error === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(getAction(writer.db, id)).toMatchObject({
      state: 'waiting',
      outcome: 'Waiting to be sent: connect Gmail',
      error: { kind: 'no-account' },
    });
    const connecting = writer.request('account.connect', { clientJson: server.clientJson });
    await server.acceptConsent(await writer.nextUrl());
    await connecting;
    expect(getAction(writer.db, id)?.state).toBe('undoable');
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(1);
  });

  it('changes nothing at Gmail through an account that is read only', async () => {
    const server = await aGmailServer({ messages: [aLetter()], unitsPerMinute: 1_000_000 });
    const writer = aWriter({ server });
    expect(await writer.connect({ readOnly: true })).toMatchObject({ state: 'read-only' });
    const { held, act, there } = sceneOf(server, writer);
    expect(await writer.reached((await act('archive', held)).id, 'done')).toMatchObject({
      outcome: 'Done here only: the account is connected to be read only',
    });
    expect(there(held[0])).toEqual(['INBOX']);
    const { id } = await act('decline', held);
    while (getAction(writer.db, id)?.error === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(getAction(writer.db, id)?.error?.message).toContain('read only');
    expect(server.mailbox.drafts.size).toBe(0);
  });
});

describe('on the sample mailbox', () => {
  it('goes through the same states and sends nothing', async () => {
    const { server, writer, held, act, boundaryStates } = await aScene([aLetter()]);
    upsertAccount(writer.db, 'sample', 'sample', 0);
    const calls = server.calls.length;
    const { id } = await act('decline', held);
    expect(await writer.reached(id, 'done')).toMatchObject({ outcome: 'Sample: nothing left this computer' });
    expect(getAction(writer.db, id)?.steps.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(server.calls).toHaveLength(calls);
    expect(boundaryStates()).toEqual(['decline ann@lee.example set']);
  });
});

function listAccountIds(writer: ReturnType<typeof aWriter>): readonly number[] {
  return writer.db.prepare('SELECT id FROM accounts ORDER BY id').pluck().all() as number[];
}
