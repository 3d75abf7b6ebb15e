/** Messages a second of the record, on mail made up here: 3,000 people, half of it in threads, a third from lists. */
import { performance } from 'node:perf_hooks';
import type { MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { DAY_MS } from '#core/relationship/decayed-sums.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';

const MESSAGES = 100_000;
const PEOPLE = 3000;
const EXTRA = 2000;
const ROUNDS = 4;
const OWNER = { ...UNKNOWN_OWNER, addresses: ['owner@firm.example'] };
const FIRST_AT = Date.UTC(2016, 0, 1);

export function measureSpeed(): void {
  const messages = madeUpMail(MESSAGES);
  const fed = (): Correspondence => {
    const record = createCorrespondence(OWNER, []);
    for (const message of messages) record.observe(message, []);
    return record;
  };
  const observing = best(fed);
  console.log(`observe: ${rate(messages.length, observing)} messages/s (${messages.length} in ${seconds(observing)})`);

  const rebuilding = best(() => {
    const record = createCorrespondence(OWNER, []);
    for (const message of messages) {
      if (message.direction === 'received') {
        record.strength(message.from.address, message.receivedAt);
        record.likelyToAnswer(message);
      }
      record.observe(message, []);
    }
  });
  console.log(`full rebuild, every message ranked on arrival: ${seconds(rebuilding)}`);

  const record = fed();
  const times = madeUpMail(MESSAGES + EXTRA)
    .slice(MESSAGES)
    .map((message) => {
      const start = performance.now();
      record.observe(message, []);
      for (const { address } of [message.from, ...message.to, ...message.cc])
        if (!record.isOwner(address)) record.strength(address, message.receivedAt);
      return performance.now() - start;
    })
    .toSorted((a, b) => a - b);
  const at = (share: number): string => ((times[Math.floor(share * (times.length - 1))] ?? 0) * 1000).toFixed(0);
  console.log(`one more message and everybody in it ranked again: median ${at(0.5)} µs, 99 % ${at(0.99)} µs`);

  const now = messages.at(-1)?.receivedAt ?? 0;
  console.log(`everybody ranked (${record.people(now).length} people): ${seconds(best(() => record.people(now)))}`);
}

/** Milliseconds of the best round: the others were disturbed. */
function best(work: () => unknown): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => timed(work)));
}

/** Processor time of this thread where the system tells it, so that other work on the machine does not count. */
function timed(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function rate(count: number, ms: number): string {
  return Math.round(count / (ms / 1000)).toLocaleString('en-GB');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** The same every time (a linear congruential generator; Numerical Recipes). */
function madeUpMail(count: number): readonly TriageMessage[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const person = (): { name: string; address: string } => {
    const number = Math.floor(PEOPLE * (next(1000) / 1000) ** 3);
    return { name: `Person${number} Surname${number % 500}`, address: `p${number}@firm${number % 400}.example` };
  };
  const owner = { name: 'Owner', address: 'owner@firm.example' };
  const threads: { readonly id: number; readonly who: { name: string; address: string } }[] = [];
  return Array.from({ length: count }, (_, index): TriageMessage => {
    const open = next(2) === 0 ? threads.at(-1 - next(200)) : undefined;
    const thread = open ?? { id: index, who: person() };
    if (!open) threads.push(thread);
    const sent = next(4) === 0;
    const listed = !sent && next(3) === 0;
    const others = Array.from({ length: next(4) }, person);
    return {
      id: index as MessageRowId,
      messageId: `<${index}@made-up.example>`,
      threadId: thread.id as ThreadRowId,
      direction: sent ? 'sent' : 'received',
      from: sent ? owner : thread.who,
      replyTo: [],
      to: sent ? [thread.who] : [owner],
      cc: others,
      bcc: [],
      deliveredTo: [],
      references: [],
      subject: open ? `Re: Subject ${thread.id}` : `Subject ${thread.id}`,
      receivedAt: FIRST_AT + Math.floor((index * 10 * 365 * DAY_MS) / MESSAGES),
      headers: {},
      labels: [],
      attachments: [],
      sizeBytes: 2000,
      signals: {
        version: 1,
        language: 'en',
        automated: false,
        bulk: listed,
        mentions: [],
        sketch: sent ? '' : Array.from({ length: 24 }, () => next(65_536).toString(16).padStart(4, '0')).join(''),
        found: [],
        entities: {},
      },
    };
  });
}
