/**
 * MIME parsers on real mail: how long they take, what they throw, where they differ (docs/decisions/mime-parser.md).
 *
 *   npm run bench -- mime-parsers [PATH…]   mailboxes; ../shared/data where none is named
 *
 * postal-mime is measured with Node's Blob, then with the one that parse workers use.
 */
import { createRequire } from 'node:module';
import PostalMime from 'postal-mime';
import { readMessage } from '#main/import/mime/read-message.ts';
import { findSources } from '#main/import/sources/find-sources.ts';
import { loadMessage, type RawMessage } from '#main/import/sources/raw-message.ts';
import { sharedData } from '#tests/helpers/shared-data.ts';

/** What any parser should read alike. */
interface Reading {
  readonly from: string;
  readonly subject: string;
}

type Parse = (raw: RawMessage) => Promise<Reading>;

/** The part of mailparser that is used; it has no types. */
interface Mailparser {
  simpleParser(
    source: Buffer,
    options: Readonly<Record<string, boolean>>,
  ): Promise<{
    readonly from?: { readonly value: readonly { readonly address?: string }[] };
    readonly subject?: string;
  }>;
}

const mailparser = createRequire(import.meta.url)('mailparser') as Mailparser;
const TEXT_AS_IT_IS = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };

const byPostalMime: Parse = async ({ bytes }) => {
  const { from, subject } = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  return { from: from?.address ?? '', subject: subject ?? '' };
};
const byMailparser: Parse = async ({ bytes }) => {
  const { from, subject } = await mailparser.simpleParser(Buffer.from(bytes), TEXT_AS_IT_IS);
  return { from: from?.value[0]?.address ?? '', subject: subject ?? '' };
};
const byUs: Parse = async (raw) => {
  const { from, subject } = await readMessage(raw);
  return { from: from.address, subject };
};

const named = process.argv.slice(2);
const known = ['spamassassin', 'enron', 'outreach-dev', 'mime'].flatMap((name) => sharedData(name) ?? []);
const paths = named.length > 0 ? named : known;
if (paths.length === 0) console.log('There is no mail to measure on: name a mailbox.');

const mailboxes: { readonly path: string; readonly messages: readonly RawMessage[] }[] = [];
for (const path of paths) mailboxes.push({ path, messages: await messagesOf(path) });
for (const { path, messages } of mailboxes) {
  console.log(`${path}: ${messages.length} messages`);
  await measure('postal-mime', byPostalMime, messages);
  await measure('mailparser', byMailparser, messages);
}
await import('#main/import/mime/blob-in-memory.ts');
for (const { path, messages } of mailboxes) {
  console.log(`${path}, joined in memory:`);
  const theirs = await measure('postal-mime', byPostalMime, messages);
  const ours = await measure('readMessage', byUs, messages);
  for (const field of ['from', 'subject'] as const) {
    const differing = theirs.filter((reading, index) => folded(reading?.[field]) !== folded(ours[index]?.[field]));
    console.log(`  ${field} read otherwise by readMessage than by postal-mime: ${differing.length}`);
  }
}

async function messagesOf(path: string): Promise<readonly RawMessage[]> {
  const messages: RawMessage[] = [];
  const { sources } = await findSources([path]);
  for (const source of sources) for await (const found of source.messages()) messages.push(loadMessage(found));
  return messages;
}

async function measure(
  name: string,
  parse: Parse,
  messages: readonly RawMessage[],
): Promise<readonly (Reading | undefined)[]> {
  for (const raw of messages.slice(0, 300)) await attempt(parse, raw);
  const readings: (Reading | undefined)[] = [];
  const before = process.cpuUsage();
  for (const raw of messages) readings.push(await attempt(parse, raw));
  const { user, system } = process.cpuUsage(before);
  const thrown = readings.filter((reading) => reading === undefined).length;
  console.log(
    `  ${name.padEnd(12)} ${((user + system) / 1000 / messages.length).toFixed(3)} ms CPU a message, ${thrown} failed`,
  );
  return readings;
}

/** Undefined where the parser throws, be it past its promise, which would end the process. */
async function attempt(parse: Parse, raw: RawMessage): Promise<Reading | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const crashed = (): void => resolve(undefined);
  process.once('uncaughtException', crashed);
  try {
    return await Promise.race([parse(raw), promise]);
  } catch {
    return undefined;
  } finally {
    process.off('uncaughtException', crashed);
  }
}

function folded(value: string | undefined): string {
  return (value ?? '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
