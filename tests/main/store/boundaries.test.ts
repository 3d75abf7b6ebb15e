import { describe, expect, it } from 'vitest';
import type { MessageRowId } from '#core/mail/message.ts';
import { listBoundaries } from '#main/store/boundaries.ts';
import { previewReply } from '#main/outbox/reply-preview.ts';
import { aScene } from '#tests/helpers/acting.ts';
import { anOwner } from '#tests/helpers/builders.ts';
import { aLetter, aSentLetter } from '#tests/helpers/letters.ts';

const DAY_MS = 86_400_000;
const pitch = (at: number) => aLetter({ from: 'Max Pitch <max@pitch.example>', subject: `Quick call ${at}`, at });

describe('the boundary ledger', () => {
  it('knows the boundaries that were set before Acquaint was there', async () => {
    const at = Date.UTC(2026, 0, 5);
    const first = pitch(at);
    const no = aSentLetter({
      to: 'max@pitch.example',
      at: at + DAY_MS,
      inReplyTo: first.messageId,
      subject: `Re: Quick call ${at}`,
      body: 'No, thank you. Please remove me from your list and do not write to me again.',
    });
    const { writer, held, rowId } = await aScene([first, no, pitch(at + 5 * DAY_MS), pitch(at + 9 * DAY_MS)]);
    const [boundary, ...others] = listBoundaries(writer.db, at + 10 * DAY_MS);
    expect(others).toEqual([]);
    expect(boundary).toMatchObject({
      kind: 'remove',
      address: 'max@pitch.example',
      state: 'ignored',
      ignoredCount: 2,
      nextStep: 'block',
      setAt: at + DAY_MS,
    });
    expect(boundary?.messageRowId).toBe(rowId(held.at(-1)));
  });

  it('follows what comes afterwards, and forgets nothing when it comes late', async () => {
    const { server, writer, held, act } = await aScene([pitch(Date.now() - DAY_MS)]);
    await writer.reached((await act('decline', held)).id, 'done');
    expect(listBoundaries(writer.db, Date.now())[0]).toMatchObject({ state: 'set', ignoredCount: 0 });
    server.mailbox.deliver({ ...pitch(Date.now() + 60_000) });
    await writer.request('sync.run', {});
    expect(listBoundaries(writer.db, Date.now())[0]).toMatchObject({
      state: 'ignored',
      ignoredCount: 1,
      nextStep: 'remove',
    });
  });

  it('says how they answered, and which message it was', async () => {
    const at = Date.UTC(2026, 0, 5);
    const first = pitch(at);
    const ask = aSentLetter({
      to: 'max@pitch.example',
      at: at + DAY_MS,
      inReplyTo: first.messageId,
      subject: `Re: Quick call ${at}`,
      body: 'Forgive me, I cannot place you. How do we know each other?',
    });
    const answer = aLetter({
      from: 'Max Pitch <max@pitch.example>',
      at: at + 2 * DAY_MS,
      inReplyTo: ask.messageId,
      subject: `Re: Quick call ${at}`,
      body: 'Petra Vandenberg suggested that I write to you. She thinks highly of your work.',
    });
    const { writer, held, rowId } = await aScene([first, ask, answer]);
    const [boundary] = listBoundaries(writer.db, at + 3 * DAY_MS);
    expect(boundary).toMatchObject({ kind: 'how-we-know', state: 'answered' });
    expect(boundary?.answer).toEqual({
      messageRowId: rowId(held[0]),
      reading: 'answer',
      text: 'Answers how you know each other: not found in your mail (back to January 2026)',
    });
  });

  it('says that a boundary was kept after a month of silence', async () => {
    const { writer, held, act } = await aScene([pitch(Date.now() - DAY_MS)]);
    await writer.reached((await act('decline', held)).id, 'done');
    expect(listBoundaries(writer.db, Date.now() + 31 * DAY_MS)[0]).toMatchObject({ state: 'kept' });
  });

  it('has one person under several letters, and warns in the next preview', async () => {
    const { writer, held, act, rowId } = await aScene([pitch(Date.now() - DAY_MS), pitch(Date.now() - 2 * DAY_MS)]);
    await writer.reached((await act('decline', [held[0]])).id, 'done');
    const id = rowId(held[1]);
    const preview = previewReply(writer.db, { id, kind: 'decline' }, anOwner(), Date.now());
    expect(preview.warnings[0]).toContain('already declined');
    expect(preview.to.address).toBe('max@pitch.example');
    expect(() => previewReply(writer.db, { id: 999 as MessageRowId, kind: 'decline' }, anOwner(), 0)).toThrow(
      'no longer there',
    );
  });
});
