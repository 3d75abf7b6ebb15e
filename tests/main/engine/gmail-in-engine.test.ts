import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '#core/contract/events.ts';
import { aGmailServer } from '#tests/helpers/connected-gmail.ts';
import { aLetter, aSentLetter } from '#tests/helpers/letters.ts';
import { anEngine } from '#tests/helpers/test-engine.ts';

/** Worker threads take over the environment as it is when they start. */
beforeEach(() => void vi.stubEnv('ACQUAINT_GOOGLE_URL', ''));
afterEach(() => void vi.unstubAllEnvs());

describe('an engine that is connected to Gmail', () => {
  it('syncs in its writer and answers from its reader', async () => {
    const known = aLetter({ subject: 'Lunch' });
    const server = await aGmailServer({
      messages: [
        known,
        aSentLetter({ inReplyTo: known.messageId, subject: 'Re: Lunch' }),
        aLetter({ from: 'Max Pitch <max@pitch.example>' }),
      ],
      unitsPerMinute: 1_000_000,
    });
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    const engine = anEngine({ background: true });
    const events: AppEvent[] = [];
    engine.onEvent((event) => {
      events.push(event);
      if (event.type === 'open-url') void server.acceptConsent(event.url);
    });
    expect(await engine.request('account.connect', { clientJson: server.clientJson, sessionOnly: true })).toMatchObject(
      {
        kind: 'gmail',
        address: 'olive@owner.example',
      },
    );
    await engine.request('sync.run', {});
    const queue = await engine.request('queue.list', {});
    expect(queue.items.map(({ from }) => from.address).toSorted()).toEqual(['ann@lee.example', 'max@pitch.example']);
    const pitch = queue.items.find(({ from }) => from.address === 'max@pitch.example');
    if (!pitch) throw new Error('no pitch');

    const preview = await engine.request('reply.preview', { id: pitch.id, kind: 'decline' });
    expect(preview).toMatchObject({ to: { address: 'max@pitch.example' }, warnings: [] });
    const item = await engine.request('action.run', { ids: [pitch.id], kind: 'decline' });
    expect(item).toMatchObject({ state: 'undoable', outcome: 'To max@pitch.example' });
    expect(item.undoUntil - item.createdAt).toBe(10_000);
    expect(await engine.request('outbox.list', {})).toEqual([item]);
    expect(await engine.request('boundary.list', {})).toMatchObject([
      { kind: 'decline', state: 'waiting', messageRowId: pitch.id },
    ]);
    expect((await engine.request('queue.list', {})).items).toHaveLength(1);
    expect((await engine.request('message.get', { id: pitch.id })).boundaries).toHaveLength(1);

    expect(await engine.request('action.undo', { outboxId: item.id })).toMatchObject({ state: 'undone' });
    expect(await engine.request('boundary.list', {})).toEqual([]);
    expect((await engine.request('queue.list', {})).items).toHaveLength(2);
    expect(events.some((event) => event.type === 'outbox' && event.item.state === 'undone')).toBe(true);
    expect(server.mailbox.drafts.size + server.mailbox.deliveries.length).toBe(0);
    expect((await engine.request('status.get', {})).accounts).toMatchObject([{ kind: 'gmail', messageCount: 3 }]);
  }, 30_000);
});
