import { describe, expect, it } from 'vitest';
import { listBoundaries } from '#main/store/boundaries.ts';
import { getAction, moveStep, pendingLabels, type StepState } from '#main/store/outbox.ts';
import { aScene, type Scene, sceneOf } from '#tests/helpers/acting.ts';
import type { Fault } from '#tests/helpers/gmail-server/faults.ts';
import { aLetter } from '#tests/helpers/letters.ts';
import { aWriter } from '#tests/helpers/test-writer.ts';
import { hastyClock } from '#tests/helpers/writer.ts';

/** Long enough that nothing leaves while a test looks. */
const LONG = { undoWindowMs: 3_600_000 };
const pitch = () =>
  aLetter({ from: 'Max Pitch <max@pitch.example>', subject: 'A quick call?', labels: ['INBOX', 'UNREAD'] });

function expectSentOnce({ server, held }: Scene): void {
  expect(server.mailbox.deliveries.map(({ recipients }) => recipients)).toEqual([['max@pitch.example']]);
  expect(server.mailbox.drafts.size).toBe(0);
  expect(server.mailbox.deliveries[0]?.threadId).toBe(held.at(-1)?.threadId);
}

describe('a reply', () => {
  it('lands in the thread of the message, cites it, and takes it out of the inbox on both sides', async () => {
    const scene = await aScene([pitch()]);
    const { server, writer, held, act, here, there, boundaryStates } = scene;
    const [message] = held;
    const item = await act('decline', [message]);
    expect(item).toMatchObject({ state: 'undoable', outcome: 'To max@pitch.example' });
    expect(here(message)).toEqual([]);
    expect(boundaryStates()).toEqual(['decline max@pitch.example waiting']);
    expect(await writer.reached(item.id, 'done', 'failed')).toMatchObject({
      state: 'done',
      outcome: 'Sent to max@pitch.example',
    });
    const [sent] = server.sentInThread(message?.threadId ?? '');
    expect(sent).toMatch(/^From: .*<olive@owner\.example>\r$/m);
    expect(sent).toContain(`In-Reply-To: ${message?.messageId}`);
    expect(sent).toContain(`References: ${message?.messageId}`);
    expect(sent).toMatch(/^Subject: Re: A quick call\?\r$/m);
    expectSentOnce(scene);
    expect(there(message)).toEqual([]);
    expect(boundaryStates()).toEqual(['decline max@pitch.example set']);
  });

  it('is in the ledger once, also when its sent copy comes back by the sync', async () => {
    const { writer, held, act, boundaryStates } = await aScene([pitch()]);
    const { id } = await act('decline', [held[0]]);
    await writer.reached(id, 'done');
    await writer.request('sync.run', {});
    expect(boundaryStates()).toEqual(['decline max@pitch.example set']);
    const [boundary] = listBoundaries(writer.db, Date.now());
    await writer.request('boundary.forgive', { boundaryId: boundary?.id ?? 0 });
    expect(boundaryStates()).toEqual(['decline max@pitch.example forgiven']);
  });

  it('carries the user’s own words', async () => {
    const { server, writer, held, act } = await aScene([pitch()]);
    const { id } = await act('decline', [held[0]], { body: 'Nein danke, für immer.\nOlive' });
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries[0]?.raw).toContain('Nein danke, f=C3=BCr immer.\r\nOlive');
  });

  it('is one for each person, to the newest message, and all of theirs are dealt with', async () => {
    const { server, writer, held, act, here } = await aScene([pitch(), pitch(), aLetter({ from: 'ann@lee.example' })]);
    const { id } = await act('decline', held);
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries.flatMap(({ recipients }) => recipients).toSorted()).toEqual([
      'ann@lee.example',
      'max@pitch.example',
    ]);
    expect(server.mailbox.deliveries.some(({ raw }) => raw.includes(`In-Reply-To: ${held[1]?.messageId}`))).toBe(true);
    expect(held.slice(0, 3).map((message) => here(message))).toEqual([[], [], []]);
  });

  it('goes out under the address that was written to, where the account may use it', async () => {
    const { server, writer, held, act } = await aScene(
      [{ ...pitch(), ...aLetter({ to: 'Olive <work@olive.example>' }) }],
      {
        server: { sendAs: [{ address: 'work@olive.example', name: 'Olive at work' }] },
      },
    );
    await writer.reached((await act('decline', [held[0]])).id, 'done');
    expect(server.mailbox.deliveries[0]?.raw).toMatch(/^From: .*<work@olive\.example>\r$/m);
  });
});

describe('undo', () => {
  it('takes back a whole batch, and Gmail never hears of it', async () => {
    const { server, writer, held, act, here, boundaryStates } = await aScene(
      [pitch(), aLetter({ labels: ['INBOX', 'Work'] })],
      { writer: LONG },
    );
    const before = held.map((message) => here(message));
    const calls = server.calls.length;
    const item = await act('remove', held);
    expect(await writer.request('action.undo', { outboxId: item.id })).toMatchObject({ state: 'undone' });
    expect(held.map((message) => here(message))).toEqual(before);
    expect(boundaryStates()).toEqual([]);
    await writer.request('sync.run', {});
    expect(server.mailbox.deliveries).toEqual([]);
    expect(server.calls.slice(calls).filter(({ method }) => /drafts|modify|send/.test(method))).toEqual([]);
    await expect(writer.request('action.undo', { outboxId: item.id })).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('is refused once the letter has left', async () => {
    const { writer, held, act } = await aScene([pitch()]);
    const { id } = await act('decline', [held[0]]);
    await writer.reached(id, 'done');
    await expect(writer.request('action.undo', { outboxId: id })).rejects.toThrow('too late');
  });
});

describe('a letter is delivered exactly once', () => {
  const faults: readonly (readonly [string, string, Fault])[] = [
    ['the answer to sending is lost', 'users.drafts.send', { kind: 'drop', when: 'after' }],
    ['the connection breaks before it is sent', 'users.drafts.send', { kind: 'drop', when: 'before' }],
    ['the answer to sending cannot be read', 'users.drafts.send', { kind: 'truncate' }],
    ['Gmail fails while sending', 'users.drafts.send', { kind: 'error', status: 500 }],
    ['Gmail asks for a pause', 'users.drafts.send', { kind: 'error', status: 429 }],
    ['the answer to the draft is lost', 'users.drafts.create', { kind: 'drop', when: 'after' }],
    ['the answer to the draft cannot be read', 'users.drafts.create', { kind: 'truncate' }],
    ['Gmail fails while making the draft', 'users.drafts.create', { kind: 'error', status: 503 }],
    ['the draft cannot be looked for', 'users.drafts.get', { kind: 'drop', when: 'before' }],
  ];

  it.each(faults)(
    'when %s',
    async (_, on, fault) => {
      const scene = await aScene([pitch()]);
      const { server, writer, held, act } = scene;
      server.faults.add({ on, fault, times: 2 });
      if (on === 'users.drafts.get')
        server.faults.add({ on: 'users.drafts.send', fault: { kind: 'drop', when: 'after' } });
      const { id } = await act('decline', [held[0]]);
      const item = await writer.reached(id, 'done', 'failed');
      expect(item).toMatchObject({ state: 'done', outcome: 'Sent to max@pitch.example' });
      expectSentOnce(scene);
    },
    20_000,
  );

  it.each([
    ['the sent copy', 'users.drafts.send', ['users.drafts.get']],
    ['the draft', 'users.drafts.create', ['users.drafts.list']],
  ])('when its answer is lost, Gmail refuses to show %s, and the user presses Retry', async (_, on, looks) => {
    const scene = await aScene([pitch()]);
    const { server, writer, held, act } = scene;
    const refusal: Fault = { kind: 'error', status: 403, reason: 'domainPolicy' };
    server.faults.add({ on, fault: { kind: 'drop', when: 'after' } });
    for (const look of looks) server.faults.add({ on: look, fault: refusal });
    const { id } = await act('decline', [held[0]]);
    expect((await writer.reached(id, 'done', 'failed')).state).toBe('failed');
    await writer.request('action.retry', { outboxId: id });
    await writer.reached(id, 'done');
    expectSentOnce(scene);
    expect(server.mailbox.drafts.size).toBe(0);
  });

  it('when Gmail lists the sent copy only after a while', async () => {
    const scene = await aScene([pitch()]);
    const { server, writer, held, act } = scene;
    server.faults.add({ on: 'users.drafts.send', fault: { kind: 'drop', when: 'after' } });
    server.faults.add({ on: 'users.threads.get', fault: { kind: 'error', status: 404, reason: 'notFound' } });
    server.faults.add({ on: 'users.messages.list', fault: { kind: 'captive-portal' } });
    await writer.reached((await act('decline', [held[0]])).id, 'done');
    expectSentOnce(scene);
  }, 20_000);

  /** Where a process may have been killed, and what Gmail had done by then. */
  const crashes: readonly (readonly [StepState, 'nothing' | 'draft' | 'sent'])[] = [
    ['waiting', 'nothing'],
    ['drafting', 'nothing'],
    ['drafting', 'draft'],
    ['drafted', 'draft'],
    ['sending', 'draft'],
    ['sending', 'sent'],
    ['unknown', 'draft'],
    ['unknown', 'sent'],
  ];

  it.each(crashes)(
    'after a crash in the state %s with %s at Gmail',
    async (state, atGmail) => {
      const before = await aScene([pitch()], { writer: LONG });
      const { server, writer, held, act } = before;
      const { id } = await act('decline', [held[0]]);
      const step = getAction(writer.db, id)?.steps[0];
      if (step?.plan.type !== 'letter') throw new Error('no letter');
      const { plan } = step;
      const source = `From: <olive@owner.example>\r\nTo: <max@pitch.example>\r\nSubject: ${plan.subject}\r\nIn-Reply-To: ${held[0]?.messageId}\r\nReferences: ${held[0]?.messageId}\r\nX-Acquaint-Outbox-Id: ${plan.outboxKey}\r\n\r\nNo.\r\n`;
      const draft =
        atGmail === 'nothing' ? undefined : server.mailbox.createDraft(Buffer.from(source), held[0]?.threadId);
      if (atGmail === 'sent') server.mailbox.sendDraft(draft?.id ?? '');
      const journaled = draft && state !== 'drafting' ? { draftId: draft.id } : {};
      moveStep(writer.db, step.id, { state, ...journaled });
      if (state !== 'waiting') writer.db.prepare(`UPDATE outbox SET state = 'sending' WHERE id = ?`).run(id);
      await writer.close();

      const again = aWriter({ server, profileDir: writer.profileDir, keychain: writer.keychain });
      expect(await again.reached(id, 'done', 'failed')).toMatchObject({ state: 'done' });
      expectSentOnce(sceneOf(server, again));
      expect(sceneOf(server, again).boundaryStates()).toEqual(['decline max@pitch.example set']);
    },
    20_000,
  );

  it('and never again by itself where the draft is gone and no copy was sent', async () => {
    const scene = await aScene([pitch()], { writer: LONG });
    const { server, writer, held, act } = scene;
    const { id } = await act('decline', [held[0]]);
    const step = getAction(writer.db, id)?.steps[0];
    moveStep(writer.db, step?.id ?? 0, { state: 'unknown', draftId: 'r-gone' });
    await writer.close();
    const again = aWriter({ server, profileDir: writer.profileDir, keychain: writer.keychain });
    const failed = await again.reached(id, 'failed');
    expect(failed.error).toMatchObject({
      kind: 'gmail-rejected',
      message: expect.stringContaining('not sent again') as unknown,
    });
    expect(server.mailbox.deliveries).toEqual([]);
    const after = sceneOf(server, again);
    expect(after.here(held[0])).toEqual(['INBOX', 'UNREAD']);
    expect(after.boundaryStates()).toEqual([]);
    // The user decides to write it once more.
    await again.request('action.retry', { outboxId: id });
    await again.reached(id, 'done');
    expectSentOnce(after);
    expect(after.boundaryStates()).toEqual(['decline max@pitch.example set']);
    expect(after.there(held[0])).toEqual([]);
  }, 20_000);
});

describe('a letter that cannot go now', () => {
  it('waits for the network and says so', async () => {
    const scene = await aScene([pitch()]);
    const { server, writer, held, act } = scene;
    server.faults.add({ on: '*', fault: { kind: 'drop', when: 'before' }, times: 1000 });
    const { id } = await act('decline', [held[0]]);
    while (getAction(writer.db, id)?.error === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(getAction(writer.db, id)).toMatchObject({
      state: 'waiting',
      outcome: 'Waiting to be sent',
      error: { kind: 'offline' },
    });
    server.faults.clear();
    await writer.request('network.changed', { online: true });
    await writer.reached(id, 'done');
    expectSentOnce(scene);
  }, 20_000);

  it('waits for tomorrow where too much was sent today, and holds nothing else up', async () => {
    const scene = await aScene([pitch(), aLetter()]);
    const { server, writer, held, act } = scene;
    const fault = { kind: 'error', status: 429, headers: { 'Retry-After': '3600' } } as const;
    server.faults.add({ on: 'users.drafts.send', fault, times: 1000 });
    const letter = await act('decline', [held[1]]);
    await writer.reached((await act('archive', [held[0]])).id, 'done');
    expect(getAction(writer.db, letter.id)).toMatchObject({ state: 'waiting', error: { kind: 'rate-limited' } });
    await writer.reached((await act('spam', [held[0]])).id, 'done');
    expect(server.countCalls('users.drafts.send')).toBe(1);
    server.faults.clear();
    await writer.request('action.retry', { outboxId: letter.id });
    await writer.reached(letter.id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(1);
  });

  it.each([3 * 86_400_000, -86_400_000])('keeps its undo window when the clock jumps by %i ms', async (jump) => {
    let shift = 0;
    const clock = { now: () => Date.now() + shift, sleep: hastyClock.sleep };
    const { server, writer, held, act } = await aScene([pitch()], { writer: { clock, undoWindowMs: 15_000 } });
    const { id } = await act('decline', [held[0]]);
    shift = jump;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(getAction(writer.db, id)?.state).toBe('undoable');
    expect(server.mailbox.drafts.size).toBe(0);
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(1);
  });

  it('waits for a new sign-in and goes after it', async () => {
    const scene = await aScene([pitch()]);
    const { server, writer, held, act } = scene;
    server.oauth.expireAccessTokens();
    server.oauth.endGrants();
    const { id } = await act('decline', [held[0]]);
    while (getAction(writer.db, id)?.error?.kind !== 'auth-expired')
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(getAction(writer.db, id)).toMatchObject({ state: 'waiting', outcome: 'Waiting to be sent' });
    await writer.connect();
    await writer.reached(id, 'done');
    expectSentOnce(scene);
  });

  it('gets a new undo window where the app was closed in the first', async () => {
    const { server, writer, held, act } = await aScene([pitch(), aLetter()], { writer: LONG });
    const letter = await act('decline', [held[1]]);
    const archived = await act('archive', [held[0]]);
    await writer.close();
    const again = aWriter({ server, profileDir: writer.profileDir, keychain: writer.keychain, ...LONG });
    await again.reached(archived.id, 'done');
    const item = getAction(again.db, letter.id);
    expect(item?.state).toBe('undoable');
    expect(item?.undoUntil).toBeGreaterThan(letter.undoUntil);
    await again.request('action.undo', { outboxId: letter.id });
    expect(server.mailbox.deliveries).toEqual([]);
  });
});

describe('a batch of which one letter is refused', () => {
  it('puts that message back at once, and goes on with the others', async () => {
    const scene = await aScene([pitch(), aLetter({ labels: ['INBOX'] })]);
    const { server, writer, held, act, here, there } = scene;
    const [toAnn, fromMax] = held;
    const refused = { kind: 'error', status: 400, reason: 'invalidArgument', message: 'Invalid To header' } as const;
    server.faults.add({ on: 'users.drafts.create', fault: refused });
    server.faults.add({ on: 'users.drafts.create', fault: { kind: 'drop', when: 'before' }, times: 1000 });
    const { id } = await act('decline', held);
    while (getAction(writer.db, id)?.error?.kind !== 'offline') await new Promise((resolve) => setTimeout(resolve, 5));
    // The newest is answered first. What Gmail says of it counts again, though the rest of the action still waits.
    expect(here(toAnn)).toEqual(['INBOX']);
    expect(pendingLabels(writer.db, scene.rowId(toAnn))).toEqual({ added: [], removed: [] });
    server.faults.clear();
    await writer.request('action.retry', { outboxId: id });
    const item = await writer.reached(id, 'failed');
    expect(item).toMatchObject({
      outcome: 'Sent to max@pitch.example. 1 of 2 failed and was put back',
      error: { message: 'Gmail refused: Invalid To header' },
    });
    expect([there(toAnn), there(fromMax)]).toEqual([['INBOX'], []]);
    await writer.request('action.retry', { outboxId: id });
    await writer.reached(id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(2);
    expect([there(toAnn), there(fromMax)]).toEqual([[], []]);
  });
});

describe('a letter that must not go', () => {
  it('is refused to machines, and nothing is changed', async () => {
    const machine = aLetter({ from: 'no-reply@shop.example' });
    const { server, writer, held, act, here } = await aScene([machine]);
    await expect(act('decline', [held[0]])).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(here(held[0])).toEqual(['INBOX']);
    expect(getAction(writer.db, 1)).toBeUndefined();
    expect(server.mailbox.deliveries).toEqual([]);
  });

  it('leaves machines out of a batch, and says so', async () => {
    const { held, act, here } = await aScene([pitch(), aLetter({ from: 'no-reply@shop.example' })], {
      writer: LONG,
    });
    const item = await act('decline', held);
    expect(item.outcome).toBe('To max@pitch.example One message was left out: no-reply@shop.example takes no replies.');
    expect(held.map((message) => here(message))).toEqual([['INBOX'], []]);
    expect(item.messageRowIds).toHaveLength(1);
  });

  it('is not written twice to the same person without the user knowing', async () => {
    const { server, writer, held, act } = await aScene([pitch(), pitch()]);
    await writer.reached((await act('decline', [held[1]])).id, 'done');
    await expect(act('decline', [held[0]])).rejects.toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('already declined') as unknown,
    });
    await writer.reached((await act('decline', [held[0]], { again: true })).id, 'done');
    expect(server.mailbox.deliveries).toHaveLength(2);
  });

  it('is not written twice by two quick key presses', async () => {
    const { held, act } = await aScene([pitch(), pitch()], { writer: LONG });
    await act('remove', [held[1]]);
    await expect(act('remove', [held[0]])).rejects.toThrow('already on its way');
  });
});
