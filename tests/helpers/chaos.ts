/**
 * A mailbox that is synced and acted on while everything goes wrong: every call may fail in any way, the quota is tight,
 * the engine's process is killed (SIGKILL) again and again, mail arrives and is changed elsewhere. Then the faults stop,
 * and the books are compared: every field of every message, and how often each letter was delivered.
 *
 * Everything follows from the seed but what a killed process had got to, and the order in which answers come back.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { getAction } from '#main/store/outbox.ts';
import { chaosWriter, type ChaosSettings } from './chaos-child.ts';
import { fastClock } from './fast-clock.ts';
import { type Fault, nameOfFault, seededRandom } from './gmail-server/faults.ts';
import { type GmailServer, startGmailServer } from './gmail-server/server.ts';
import { aLetter, someLetters } from './letters.ts';
import { mailboxDifferences } from './mailbox-differences.ts';
import type { TestWriter } from './writer.ts';

export interface ChaosOptions {
  readonly seed: number;
  /** The run goes on until both are reached and every kind of fault was served. */
  readonly kills: number;
  readonly faults: number;
}

export interface ChaosResult {
  readonly seed: number;
  readonly messages: number;
  readonly calls: number;
  /** Faults that reached the client, by kind. */
  readonly faults: ReadonlyMap<string, number>;
  /** Processes that ended by SIGKILL. */
  readonly kills: number;
  /** Actions in the journal at the end, of these undone, and letters that were delivered. */
  readonly actions: number;
  readonly undone: number;
  readonly letters: number;
  /** What is wrong at the end; nothing may be. */
  readonly wrong: readonly string[];
  /** What was done to whom when, to be printed where something is wrong. */
  readonly schedule: readonly string[];
}

const limited = (reason: string): Fault => ({ kind: 'error', status: 403, reason, domain: 'usageLimits' });
const FAULTS: readonly Fault[] = [
  { kind: 'error', status: 401, reason: 'authError' },
  limited('rateLimitExceeded'),
  limited('userRateLimitExceeded'),
  limited('dailyLimitExceeded'),
  limited('accessNotConfigured'),
  { kind: 'error', status: 403, reason: 'domainPolicy' },
  { kind: 'error', status: 403, reason: 'insufficientPermissions' },
  { kind: 'error', status: 404, reason: 'notFound' },
  { kind: 'error', status: 429, reason: 'rateLimitExceeded' },
  { kind: 'error', status: 429, reason: 'rateLimitExceeded', headers: { 'Retry-After': '3' } },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 503 },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
  { kind: 'truncate' },
  { kind: 'charset' },
  { kind: 'captive-portal' },
  { kind: 'slow', ms: 20 },
  { kind: 'empty-page' },
  { kind: 'unknown-label' },
];
/** Everything that has to have been served in a long run, what the server refuses by itself among it. */
export const FAULT_NAMES: readonly string[] = [...FAULTS.map(nameOfFault), 'over the quota', 'too many at once'];

const RATE = 0.25;
/** Far more than it takes. */
const MOST_LIVES = 200;
const SPEED = 50;
const MESSAGES = 60;
const PEOPLE = 80;
/** A life that never comes to the call at which it shall end is ended after so many others, or so long after the last. */
const MOST_CALLS = { usual: 30, long: 90 } as const;
const LONGEST_SILENCE_MS = 1500;
/** Calls at which a process is killed: all that changes something, and what the sync lives by. */
const DEADLY = [
  'users.drafts.create',
  'users.drafts.send',
  'users.drafts.send',
  'users.messages.modify',
  'users.messages.get',
  'users.messages.list',
  'users.history.list',
  '',
] as const;

interface Death {
  /** '' for any. */
  readonly method: string;
  readonly nth: number;
  readonly stage: 'arrived' | 'done';
  readonly delayMs: number;
  readonly mostCalls: number;
}

export async function runChaos({ seed, kills: wantedKills, faults: wantedFaults }: ChaosOptions): Promise<ChaosResult> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-chaos-'));
  const time = { since: Date.now(), speed: SPEED };
  const server = await startGmailServer({
    messages: someLetters(MESSAGES),
    clock: fastClock(time).now,
    unitsPerMinute: 1200,
    maxAtOnce: 5,
    accessTokenMs: 600_000,
  });
  const { env, clientJson } = server;
  const profileDir = join(folder, 'profile');
  const settings: ChaosSettings = {
    profileDir,
    keychainPath: join(folder, 'keychain.json'),
    server: { env, clientJson },
    time,
    seed,
  };
  const schedule: string[] = [];
  const journaled = new Set<number>();
  const takenBack = new Set<number>();
  const wrong: string[] = [];
  let kills = 0;
  let next = new Child(settings, folder);
  try {
    const isLong = (): boolean =>
      kills >= wantedKills &&
      server.faults.count >= wantedFaults &&
      FAULT_NAMES.every((name) => server.faults.served.has(name));
    for (let life = 0; !isLong() && life < MOST_LIVES; life += 1) {
      const child = next;
      next = new Child(settings, folder);
      child.onSaid = (word, rest) => {
        if (word === 'open') void server.acceptConsent(rest);
        if (word === 'connected') server.faults.addRandom({ seed, rate: RATE, faults: FAULTS });
        if (word === 'acted') journaled.add(Number(rest));
        if (word === 'undone') takenBack.add(Number(rest));
      };
      const death: Death = {
        method: DEADLY[Math.floor(random() * DEADLY.length)] ?? '',
        nth: 1 + Math.floor(random() * (random() < 0.5 ? 3 : 25)) + (life % 5 === 4 ? 60 : 0),
        stage: random() < 0.5 ? 'arrived' : 'done',
        delayMs: random() < 0.5 ? 0 : Math.floor(random() * 30),
        mostCalls: life % 5 === 4 ? MOST_CALLS.long : MOST_CALLS.usual,
      };
      schedule.push(
        `life ${life}: killed ${death.delayMs} ms after call ${death.nth} of ${death.method || 'any'} has ${death.stage}, after ${death.mostCalls} calls at the latest`,
      );
      child.go(life);
      // The first one signs in: nobody can be expected to go on from half a sign-in.
      if (life === 0) await child.said('connected');
      await dieAt(server, child, death);
      if (child.wasKilled) kills += 1;
      else wrong.push(`life ${life} ended by itself: ${child.lastWords}`);
      changeElsewhere(server, random);
    }
    server.watch(undefined);
    server.faults.clear();
    const writer = chaosWriter(settings);
    try {
      await settle(writer);
      wrong.push(
        ...wrongLetters(writer, server, journaled, takenBack),
        ...(await mailboxDifferences(writer.db, server)),
      );
      if (writer.db.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('the database is damaged');
      return {
        seed,
        messages: server.mailbox.size,
        calls: server.calls.length,
        faults: server.faults.served,
        kills,
        actions: actionIds(writer).length,
        undone: takenBack.size,
        letters: server.mailbox.deliveries.length,
        wrong,
        schedule,
      };
    } finally {
      await writer.close();
    }
  } finally {
    next.kill();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process that is loaded and waits for its turn: half a second of its start is not lost. */
class Child {
  onSaid: (word: string, rest: string) => void = () => undefined;
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  readonly #heard = new Set<string>();
  #listeners: (() => void)[] = [];
  #errors = '';

  constructor(settings: ChaosSettings, folder: string) {
    this.#process = spawn(
      process.execPath,
      [fileURLToPath(new URL('chaos-child.ts', import.meta.url)), JSON.stringify(settings)],
      // What was compiled once is there for the 49 that follow.
      { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    this.ended = new Promise((resolve) => this.#process.once('close', () => resolve()));
    this.#process.stdin?.on('error', () => undefined);
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
    if (this.#process.stdout)
      createInterface({ input: this.#process.stdout }).on('line', (line) => {
        const [word = '', ...rest] = line.split(' ');
        this.#heard.add(word);
        this.onSaid(word, rest.join(' '));
        for (const listener of this.#listeners) listener();
      });
  }

  go(life: number): void {
    this.#process.stdin?.write(`go ${life}\n`);
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  get wasKilled(): boolean {
    return this.#process.signalCode === 'SIGKILL' && this.#errors === '';
  }

  get lastWords(): string {
    return this.#errors.slice(-2000);
  }

  async said(word: string): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      this.#listeners.push(() => this.#heard.has(word) && resolve());
    });
    await Promise.race([heard, this.ended]);
  }
}

async function dieAt(
  server: GmailServer,
  child: Child,
  { method, nth, stage, delayMs, mostCalls }: Death,
): Promise<void> {
  const kill = (): void => child.kill();
  let left = nth;
  let calls = 0;
  let silence: NodeJS.Timeout | undefined;
  server.watch((called, reached) => {
    clearTimeout(silence);
    silence = setTimeout(kill, LONGEST_SILENCE_MS);
    if (reached === 'done') calls += 1;
    const isDue = (method === '' || called === method) && reached === stage && (left -= 1) === 0;
    if (!isDue && calls < mostCalls) return;
    if (delayMs === 0) kill();
    else setTimeout(kill, delayMs);
  });
  await child.ended;
  clearTimeout(silence);
}

function changeElsewhere({ mailbox }: GmailServer, random: () => number): void {
  for (let change = 0; change < 4; change += 1) {
    const person = Math.floor(random() * PEOPLE);
    mailbox.deliver(aLetter({ from: `Person ${person} <person${person}@firm${person % 5}.example>` }));
    const held = mailbox.newestFirst();
    const other = held[Math.floor(random() * held.length)];
    if (!other || other.labels.has('DRAFT')) continue;
    const kind = random();
    // A sent copy that is deleted before it was looked for cannot be told from a letter that never went: then Acquaint says
    // so and leaves it to the user, whose part is not played here.
    if (kind < 0.2 && !other.labels.has('SENT')) mailbox.remove(other.id);
    else if (kind < 0.3 && !other.labels.has('SENT')) mailbox.trash(other.id);
    else mailbox.modify(other.id, ['STARRED'], random() < 0.5 ? ['UNREAD'] : []);
  }
}

const actionIds = ({ db }: TestWriter): readonly number[] =>
  db.prepare('SELECT id FROM outbox ORDER BY id').pluck().all() as number[];

/** Until nothing is left to be done. */
async function settle(writer: TestWriter): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await writer.request('sync.run', {}).catch(() => undefined);
    const open = actionIds(writer).filter((id) => !['done', 'undone'].includes(getAction(writer.db, id)?.state ?? ''));
    if (open.length === 0) break;
    for (const id of open) {
      if (getAction(writer.db, id)?.state === 'failed') await writer.request('action.retry', { outboxId: id });
    }
  }
  await writer.request('sync.run', {});
}

function wrongLetters(
  writer: TestWriter,
  { mailbox }: GmailServer,
  journaled: ReadonlySet<number>,
  takenBack: ReadonlySet<number>,
): readonly string[] {
  const wrong: string[] = [];
  const delivered = mailbox.deliveries.map(({ raw }) => /^X-Acquaint-Outbox-Id: (\S+)/m.exec(raw)?.[1] ?? '');
  const ids = new Set(actionIds(writer));
  for (const id of journaled) if (!ids.has(id)) wrong.push(`action ${id} was confirmed to the user and is lost`);
  for (const id of takenBack)
    if (getAction(writer.db, id)?.state !== 'undone') wrong.push(`action ${id} was undone and is there again`);
  const planned = new Set<string>();
  for (const id of ids) {
    const { state, kind, steps = [], error } = getAction(writer.db, id) ?? {};
    if (state !== 'done' && state !== 'undone') wrong.push(`${kind} ${id} is ${state}: ${error?.message ?? ''}`);
    for (const { plan } of steps) {
      if (plan.type !== 'letter') continue;
      planned.add(plan.outboxKey);
      const copies = mailbox.deliveries.filter((_, index) => delivered[index] === plan.outboxKey);
      const times = copies.length;
      if (times !== (state === 'undone' ? 0 : 1))
        wrong.push(
          `letter ${id} to ${plan.to.address}, ${state}, was delivered ${times} times (${copies.map(({ id, threadId }) => `${id} in ${threadId}${mailbox.has(id) ? '' : ', gone'}`).join('; ')})`,
        );
    }
  }
  for (const key of delivered) if (!planned.has(key)) wrong.push(`a letter ${key} was delivered that is in no journal`);
  if (mailbox.drafts.size > 0) wrong.push(`${mailbox.drafts.size} drafts were left behind`);
  return wrong;
}
