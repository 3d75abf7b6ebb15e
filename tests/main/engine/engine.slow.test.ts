import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppEvent } from '#core/contract/events.ts';
import { anOwner, OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { aFriendAndAStranger, anMbox, messageIdOf, type WrittenMessage } from '#tests/helpers/mbox.ts';
import { anEngine } from '#tests/helpers/test-engine.ts';
import { aTemporaryFolder } from '#tests/helpers/test-store.ts';

describe('openEngine', { timeout: 60_000 }, () => {
  it('imports a mailbox, judges it, and answers who each sender is', async () => {
    const engine = anEngine();
    await engine.request('owner.confirm', { owner: { addresses: [OWNER_ADDRESS], name: 'Olive Owner' } });
    const path = anMbox(aFriendAndAStranger());
    const summary = await engine.request('import.run', { paths: [path] });
    expect(summary).toMatchObject({ read: 18, added: 18, known: 0, cancelled: false });

    const queue = await engine.request('queue.list', { all: true });
    expect(queue.items).toHaveLength(12);
    expect(queue.items[0]).toMatchObject({ from: { address: 'ann@lee.example' }, lane: 'known' });
    expect(queue.items.find(({ lane }) => lane !== 'known' && lane !== 'acquaintance')?.messageId).toBe(
      messageIdOf(17),
    );
    for (const { reasons } of queue.items) expect(reasons.length).toBeGreaterThan(0);

    const ann = await engine.request('sender.get', { address: 'ANN+news@lee.example' });
    expect(ann).toMatchObject({ name: 'Ann Lee', lane: 'known', receivedCount: 6, sentCount: 6, messageCount: 12 });
    const max = await engine.request('sender.get', { address: 'max@pitch.example' });
    expect(max).toMatchObject({ receivedCount: 6, sentCount: 0, unansweredCount: 6 });
    expect(ann.strength).toBeGreaterThan(max.strength);

    const found = await engine.request('search.list', { query: 'from:ann lunch' });
    expect(found.items).toHaveLength(6);
    const [newest = { id: 0 as never }] = found.items;
    const message = await engine.request('message.get', { id: newest.id });
    expect(message.thread.map(({ direction }) => direction)).toEqual(['received', 'sent']);
    expect(message.assessment?.why.length).toBeGreaterThan(0);

    const again = await engine.request('import.run', { paths: [path] });
    expect(again).toMatchObject({ added: 0, known: 18 });
  });

  it('ends with the same verdicts whatever the order in which the mail came', async () => {
    const mail = aFriendAndAStranger();
    const owner = anOwner();
    const verdicts = async (parts: readonly (readonly number[])[]): Promise<unknown> => {
      const engine = anEngine();
      await engine.request('owner.confirm', { owner: { addresses: [...owner.addresses], name: owner.name } });
      const whole = anMbox(mail);
      for (const part of parts) {
        // Message-IDs count the messages of the whole mailbox.
        const path = anMbox(
          mail.map((message, index) => (part.includes(index) ? message : { ...message, labels: 'Draft' })),
          `part-${part[0]}.mbox`,
        );
        await engine.request('import.run', { paths: [path] });
      }
      if (parts.length === 0) await engine.request('import.run', { paths: [whole] });
      const { items } = await engine.request('queue.judged', { all: true, limit: 500 });
      return items.map(({ messageId, lane, labels, strength, facts, why }) => ({
        messageId,
        lane,
        labels,
        strength,
        facts,
        why,
      }));
    };
    const indexes = mail.map((_, index) => index);
    const inOrder = await verdicts([]);
    const newestFirst = await verdicts([indexes.slice(12), indexes.slice(6, 12), indexes.slice(0, 6)]);
    const shuffled = await verdicts([
      indexes.filter((index) => index % 2 === 1),
      indexes.filter((index) => index % 2 === 0),
    ]);
    expect(newestFirst).toEqual(inOrder);
    expect(shuffled).toEqual(inOrder);
  });

  it('works out who the owner is, and judges again when it is somebody else', async () => {
    const engine = anEngine();
    const summary = await engine.request('import.run', { paths: [anMbox(aFriendAndAStranger())] });
    expect(summary.ownerCandidates[0]).toMatchObject({ address: OWNER_ADDRESS, sentCount: 6 });
    const status = await engine.request('status.get', {});
    expect(status).toMatchObject({ ownerConfirmed: false, owner: { addresses: [OWNER_ADDRESS], name: 'Olive Owner' } });
    expect((await engine.request('queue.list', { all: true })).items[0]?.lane).toBe('known');

    await engine.request('owner.confirm', { owner: { addresses: ['max@pitch.example'], name: 'Max' } });
    await expect
      .poll(
        async () =>
          (await engine.request('queue.list', { all: true })).items.some(
            ({ from }) => from.address === 'max@pitch.example',
          ),
        { timeout: 10_000 },
      )
      .toBe(false);
    expect((await engine.request('status.get', {})).ownerConfirmed).toBe(true);
  });

  it('finds out on the way whose mail it is, and ends as if it had been told', async () => {
    const mail = Array.from({ length: 900 }, (_, index) => {
      const message = aFriendAndAStranger()[index % 18];
      return { ...message, subject: `${message?.subject} ${index}`, day: index / 4 } as WrittenMessage;
    });
    const path = anMbox(mail);
    const told = anEngine();
    await told.request('owner.confirm', { owner: { addresses: [OWNER_ADDRESS], name: 'Olive Owner' } });
    await told.request('import.run', { paths: [path] });
    const untold = anEngine();
    const summary = await untold.request('import.run', { paths: [path] });
    expect(summary).toMatchObject({ read: 900, added: 900, known: 0, cancelled: false });
    const verdicts = async (engine: typeof told): Promise<unknown> =>
      (await engine.request('queue.judged', { all: true, limit: 500 })).items;
    expect(await verdicts(untold)).toEqual(await verdicts(told));
  });

  it("lets the user's word win at once", async () => {
    const engine = anEngine();
    await engine.request('import.run', { paths: [anMbox(aFriendAndAStranger())] });
    const { personId } = await engine.request('sender.get', { address: 'max@pitch.example' });
    await engine.request('person.judge', { personId, verdict: 'known' });
    const laneOfMax = async (): Promise<readonly string[]> => {
      const { items } = await engine.request('queue.list', { all: true });
      return [...new Set(items.filter(({ from }) => from.address === 'max@pitch.example').map(({ lane }) => lane))];
    };
    expect(await laneOfMax()).toEqual(['known']);
    // … and after everything has been judged again.
    await engine.request('import.run', {
      paths: [anMbox([{ from: 'x@y.example', subject: 'Other', text: 'x', day: 400 }], 'later.mbox')],
    });
    expect(await laneOfMax()).toEqual(['known']);
    expect(await engine.request('sender.get', { personId })).toMatchObject({ verdict: 'known' });
  });

  it('tells of progress, and of what is to be asked again', async () => {
    const events: AppEvent[] = [];
    const engine = anEngine({ onEvent: (event) => events.push(event) });
    await engine.request('import.run', { paths: [anMbox(aFriendAndAStranger())] });
    const states = events.flatMap((event) =>
      event.type === 'job' && event.job.kind === 'import' ? [event.job.state] : [],
    );
    expect(states[0]).toBe('running');
    expect(states.at(-1)).toBe('done');
    expect(events.some(({ type }) => type === 'queue-changed')).toBe(true);
  });

  it('checks what it is asked with', async () => {
    const engine = anEngine();
    await expect(engine.request('queue.list', { limit: 100_000 })).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(engine.request('message.get', { id: 'x' as unknown as number })).rejects.toMatchObject({
      kind: 'invalid-input',
    });
  });

  it('does not make a profile for somebody who only asks', async () => {
    const profileDir = join(aTemporaryFolder(), 'nobody');
    const engine = anEngine({ profileDir });
    await expect(engine.request('queue.list', {})).rejects.toMatchObject({ kind: 'not-found' });
    expect(existsSync(profileDir)).toBe(false);
  });

  it('makes the profile for the window, which only asks as well', async () => {
    const engine = anEngine({ background: true });
    expect(await engine.request('queue.list', {})).toMatchObject({ items: [], counts: { known: 0 } });
  });

  it('reads while another engine writes, but does not write beside it', async () => {
    const first = anEngine({ background: true });
    await first.request('status.get', {});
    const second = anEngine({ profileDir: first.profileDir });
    expect(await second.request('queue.list', {})).toMatchObject({ items: [] });
    await expect(second.request('import.run', { paths: [anMbox(aFriendAndAStranger())] })).rejects.toMatchObject({
      kind: 'db-locked',
    });
    await first.close();
    expect(await second.request('import.run', { paths: [anMbox(aFriendAndAStranger())] })).toMatchObject({ added: 18 });
  });

  it('says so where a message or a person is unknown', async () => {
    const engine = anEngine({ background: true });
    await expect(engine.request('message.get', { id: 7 })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(engine.request('sender.get', { address: 'no@body.example' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await engine.request('message.list', { messageIds: [messageIdOf(1)] })).toEqual([]);
  });

  it('lists everybody as they were known at a moment', async () => {
    const engine = anEngine();
    await engine.request('import.run', { paths: [anMbox(aFriendAndAStranger())] });
    const now = await engine.request('people.list', {});
    expect(now[0]).toMatchObject({ addresses: ['ann@lee.example'], receivedCount: 6, sentCount: 6 });
    const early = await engine.request('people.list', { asOf: Date.UTC(2026, 2, 3, 12) });
    expect(early).toMatchObject([{ addresses: ['ann@lee.example'], receivedCount: 1, sentCount: 1 }]);
  });

  it('finds a sound profile sound', async () => {
    const engine = anEngine();
    await engine.request('owner.confirm', { owner: { addresses: [OWNER_ADDRESS] } });
    await engine.request('import.run', { paths: [anMbox(aFriendAndAStranger())] });
    const checks = await engine.request('doctor.run', {});
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.length).toBeGreaterThan(5);
  });
});
