/** The commands: each turns its words into requests of the engine and the answers into JSON. */
import { ACTION_KINDS, type ActionKind, isReplyKind } from '#core/boundary/kinds.ts';
import { AppError } from '#core/contract/app-error.ts';
import type { JudgedMessage, MessageSummary } from '#core/contract/views.ts';
import type { Engine } from '#main/engine/engine.ts';
import { type Arguments, type OptionName, usageError } from './arguments.ts';
import type { Output } from './output.ts';
import { readClientFile, readOwner } from './files.ts';
import { resolve } from 'node:path';

export interface Command {
  readonly options: readonly OptionName[];
  /** Returns the exit code; throws an AppError. */
  readonly run: (given: Arguments, engine: Engine, output: Output) => Promise<number>;
}

const PAGE = 500;

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['import', { options: ['profile', 'owner', 'me'], run: runImport }],
  ['queue', { options: ['profile', 'json', 'all', 'limit'], run: runQueue }],
  ['sender', { options: ['profile', 'json'], run: runSender }],
  ['search', { options: ['profile', 'json', 'limit'], run: runSearch }],
  ['connect', { options: ['profile', 'client', 'read-only'], run: runConnect }],
  ['sync', { options: ['profile'], run: runSync }],
  ['act', { options: ['profile', 'kind', 'dry-run'], run: runAct }],
  ['people', { options: ['profile', 'as-of', 'json'], run: runPeople }],
  ['doctor', { options: ['profile', 'json'], run: runDoctor }],
]);

async function runImport(given: Arguments, engine: Engine, output: Output): Promise<number> {
  if (given.positionals.length === 0) throw usageError('Say which files or folders to import.');
  const owner = readOwner(given.text('owner'), given.text('me'));
  if (owner) await engine.request('owner.confirm', { owner });
  const paths = given.positionals.map((path) => resolve(path));
  const summary = await engine.request('import.run', { paths });
  await output.answer(summary);
  return 0;
}

async function runQueue(given: Arguments, engine: Engine, output: Output): Promise<number> {
  nothingElse(given);
  await output.answerList(judged(engine, given.flag('all'), given.count('limit') ?? Number.POSITIVE_INFINITY));
  return 0;
}

async function* judged(engine: Engine, all: boolean, most: number): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  let left = most;
  do {
    const place = { all, limit: Math.min(PAGE, left), ...(cursor === undefined ? {} : { cursor }) };
    const page = await engine.request('queue.judged', place);
    yield* page.items.map(toPrediction);
    left -= page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined && left > 0);
}

/** In the words of the labelled data sets. */
function toPrediction(message: JudgedMessage): unknown {
  const { messageId, threadId, from, subject, receivedAt, lane, labels, facts, advice, adviceReason, strength } =
    message;
  const why = message.why.map(({ text, messageIds }) => ({ text, messageIds }));
  return { messageId, threadId, from, subject, receivedAt, lane, labels, facts, advice, adviceReason, strength, why };
}

async function runSender(given: Arguments, engine: Engine, output: Output): Promise<number> {
  const address = one(given, 'an address');
  await output.answer(await engine.request('sender.get', { address }));
  return 0;
}

async function runSearch(given: Arguments, engine: Engine, output: Output): Promise<number> {
  const query = given.positionals.join(' ');
  if (query === '') throw usageError('Say what to search for.');
  const limit = given.count('limit') ?? 50;
  await output.answerList(hits(engine, query, limit));
  return 0;
}

async function* hits(engine: Engine, query: string, most: number): AsyncGenerator<unknown> {
  let cursor: string | undefined;
  let left = most;
  do {
    const place = { query, limit: Math.min(PAGE, left), ...(cursor === undefined ? {} : { cursor }) };
    const page = await engine.request('search.list', place);
    yield* page.items;
    left -= page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined && left > 0);
}

async function runConnect(given: Arguments, engine: Engine, output: Output): Promise<number> {
  nothingElse(given);
  const file = given.text('client');
  if (file === undefined) throw usageError('Say which client file of your Google Cloud project to use: --client FILE.');
  const clientJson = readClientFile(file);
  let shown = Promise.resolve();
  const unsubscribe = engine.onEvent((event) => {
    if (event.type === 'open-url') shown = output.answerLine({ open: event.url });
  });
  try {
    const account = await engine.request('account.connect', {
      clientJson,
      readOnly: given.flag('read-only'),
      // The answer says so where the sign-in could not be kept.
      sessionOnly: true,
    });
    await shown;
    await output.answerLine(account);
  } finally {
    unsubscribe();
  }
  return 0;
}

async function runSync(given: Arguments, engine: Engine, output: Output): Promise<number> {
  nothingElse(given);
  await engine.request('sync.run', {});
  const { accounts, messageCount, coverage } = await engine.request('status.get', {});
  await output.answer({ accounts, messageCount, coverage });
  return 0;
}

async function runAct(given: Arguments, engine: Engine, output: Output): Promise<number> {
  const messageId = one(given, 'a Message-ID');
  const kind = actionKind(given.text('kind'));
  const message = await findMessage(engine, messageId);
  if (given.flag('dry-run')) {
    const { id, from, subject } = message;
    const reply = isReplyKind(kind) ? await engine.request('reply.preview', { id, kind }) : undefined;
    const unsubscribe = kind === 'unsubscribe' ? await engine.request('unsubscribe.preview', { ids: [id] }) : undefined;
    await output.answer({
      dryRun: true,
      kind,
      messageId: message.messageId,
      from,
      subject,
      ...(reply ? { reply } : {}),
      ...(unsubscribe?.[0] ? { unsubscribe: unsubscribe[0] } : {}),
    });
    return reply?.refusal === undefined && unsubscribe?.[0]?.refusal === undefined ? 0 : 4;
  }
  await output.answer(await engine.request('action.run', { ids: [message.id], kind }));
  return 0;
}

function actionKind(word: string | undefined): ActionKind {
  const kind = ACTION_KINDS.find((known) => known === word);
  if (kind === undefined) throw usageError(`Say what to do: --kind ${ACTION_KINDS.join('|')}.`);
  return kind;
}

async function findMessage(engine: Engine, written: string): Promise<MessageSummary> {
  const messageId = written.startsWith('<') ? written : `<${written}>`;
  const found = await engine.request('message.list', { messageIds: [messageId] });
  const message = found.find(({ direction }) => direction === 'received') ?? found[0];
  if (message) return message;
  throw new AppError({
    kind: 'not-found',
    message: `There is no message ${messageId} in this profile.`,
    cure: 'The queue and search commands print the Message-IDs.',
  });
}

async function runPeople(given: Arguments, engine: Engine, output: Output): Promise<number> {
  nothingElse(given);
  const written = given.text('as-of');
  const asOf = written === undefined ? undefined : Date.parse(written);
  if (asOf !== undefined && Number.isNaN(asOf))
    throw usageError('--as-of takes a date such as 2026-05-03 or 2026-05-03T12:00:00Z.');
  await output.answer(await engine.request('people.list', asOf === undefined ? {} : { asOf }));
  return 0;
}

/** Exit code 7 where something is wrong. */
async function runDoctor(given: Arguments, engine: Engine, output: Output): Promise<number> {
  nothingElse(given);
  const checks = await engine.request('doctor.run', {});
  await output.answer(checks);
  return checks.every(({ ok }) => ok) ? 0 : 7;
}

function one(given: Arguments, what: string): string {
  const [word, ...others] = given.positionals;
  if (word === undefined || others.length > 0) throw usageError(`This command takes ${what}.`);
  return word;
}

function nothingElse(given: Arguments): void {
  if (given.positionals.length > 0) throw usageError(`This command does not take ${given.positionals.join(' ')}.`);
}
