/** What each step of an import costs a message. */
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import '#main/import/mime/blob-in-memory.ts';
import { readMessage } from '#main/import/mime/read-message.ts';
import { findSources } from '#main/import/sources/find-sources.ts';
import { loadMessage, type FoundMessage } from '#main/import/sources/raw-message.ts';
import { prepareMessage } from '#main/store/prepared-message.ts';

/** As much as fits into memory, read once before it counts. */
const MEASURED = 4000;
const WARM_UP = 500;

export async function measureStages(mailbox: string, count: number): Promise<void> {
  const { sources } = await findSources([mailbox]);
  const found: FoundMessage[] = [];
  for (const source of sources)
    for await (const message of source.messages()) if (found.length < Math.min(MEASURED, count)) found.push(message);
  const raw = await stage('read the file', found, (message) => loadMessage(message));
  const messages = await stage('MIME, headers, quotes', raw, readMessage);
  const signals = await stage('signals', messages, (message) => readSignals(message, 'received', UNKNOWN_OWNER));
  const pairs = messages.map((message, index) => ({ message, signals: signals[index] }));
  await stage('ready for the store', pairs, ({ message, signals: read }) =>
    read === undefined ? undefined : prepareMessage(message, 'received', read),
  );
}

async function stage<From, To>(
  name: string,
  items: readonly From[],
  work: (item: From) => To | Promise<To>,
): Promise<readonly To[]> {
  for (const item of items.slice(0, WARM_UP)) await work(item);
  const results: To[] = [];
  const before = process.cpuUsage();
  for (const item of items) results.push(await work(item));
  const { user, system } = process.cpuUsage(before);
  console.log(`${name.padEnd(24)} ${((user + system) / 1000 / items.length).toFixed(3)} ms CPU a message`);
  return results;
}
