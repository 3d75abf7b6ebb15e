/** What the record costs: messages a second, from memory and from the store, one more message, and bytes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { openWriter } from '#main/store/open.ts';
import { listTriageMessages } from '#main/store/triage-messages.ts';
import { aMessage } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { MADE_UP_OWNER, madeUpMail } from './made-up-mail.ts';

const MESSAGES = 100_000;
const EXTRA = 2000;
const STORED = 10_000;
const INSERTED_AT_ONCE = 500;
/** As triage reads. */
const READ_AT_ONCE = 250;
const ROUNDS = 4;
const OWNER = { ...UNKNOWN_OWNER, addresses: [MADE_UP_OWNER.address] };

export function measureSpeed(): void {
  measureMemory();
  measureArrival();
  const messages = [...madeUpMail(MESSAGES)];
  const observing = best(() => recordOf(messages));
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

  const record = recordOf(messages);
  const now = messages.at(-1)?.receivedAt ?? 0;
  console.log(`everybody ranked (${record.people(now).length} people): ${seconds(best(() => record.people(now)))}`);
  measureStore();
}

function recordOf(messages: Iterable<TriageMessage>): Correspondence {
  const record = createCorrespondence(OWNER, []);
  for (const message of messages) record.observe(message, []);
  return record;
}

/** Bytes that stay when the messages are gone. */
function measureMemory(): void {
  const collect = garbageCollector();
  const held = (): number => {
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = held();
  const record = recordOf(madeUpMail(MESSAGES));
  const bytes = held() - before;
  console.log(`memory: ${(bytes / 1e6).toFixed(0)} MB for ${record.coverage.messageCount} messages`);
}

/** One more message after many, by the clock on the wall, the collector of garbage included. */
function measureArrival(): void {
  const record = recordOf(madeUpMail(MESSAGES));
  const later: TriageMessage[] = [];
  let count = 0;
  for (const message of madeUpMail(MESSAGES + EXTRA)) {
    count += 1;
    if (count > MESSAGES) later.push(message);
  }
  garbageCollector()();
  const switches = (): number => process.resourceUsage().involuntaryContextSwitches;
  const all = later.map((message) => {
    const switchesBefore = switches();
    const start = performance.now();
    record.observe(message, []);
    for (const { address } of [message.from, ...message.to, ...message.cc])
      if (!record.isOwner(address)) record.strength(address, message.receivedAt);
    const us = (performance.now() - start) * 1000;
    return { us, disturbed: switches() > switchesBefore };
  });
  const at = (share: number, times: readonly { readonly us: number }[]): string => {
    const sorted = times.map(({ us }) => us).toSorted((a, b) => a - b);
    return `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)} µs`;
  };
  const undisturbed = all.filter(({ disturbed }) => !disturbed);
  console.log(
    `one more message and everybody in it ranked again: median ${at(0.5, all)}, 99 % ${at(0.99, all)}; ` +
      `99 % ${at(0.99, undisturbed)} where no other process cut in (${undisturbed.length} of ${all.length})`,
  );
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** From the rows of a real database to the record. */
function measureStore(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-bench-'));
  const { db, close } = openWriter(path.join(folder, 'profile'));
  const batch: Parameters<typeof stored>[1][number][] = [];
  for (const { signals: _, id: __, threadId: ___, direction: ____, ...message } of madeUpMail(STORED)) {
    batch.push(aMessage(message));
    if (batch.length === INSERTED_AT_ONCE) stored(db, batch.splice(0));
  }
  const reading = best(() => {
    const record = createCorrespondence(OWNER, []);
    for (let after = 0; ;) {
      const rows = listTriageMessages(db, after, READ_AT_ONCE);
      for (const { message } of rows) record.observe(message, []);
      const last = rows.at(-1)?.message.id;
      if (last === undefined) break;
      after = last;
    }
  });
  console.log(`from the store: ${rate(STORED, reading)} messages/s (${STORED} in ${seconds(reading)})`);
  close();
  rmSync(folder, { recursive: true });
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
