/**
 * A mailbox that is synced and acted on while everything goes wrong: every call may fail in any way, the app is closed and
 * started again, mail arrives and is changed elsewhere. Then the faults stop, and the books are compared.
 *
 * Everything follows from the seed but the order in which answers come back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionKind } from '#core/boundary/kinds.ts';
import { getLabels } from '#main/store/labels.ts';
import { getRowIdByGmailId } from '#main/store/messages.ts';
import { getAction } from '#main/store/outbox.ts';
import { type Fault, seededRandom } from './gmail-server/faults.ts';
import { type GmailServer, startGmailServer } from './gmail-server/server.ts';
import { aLetter, someLetters } from './letters.ts';
import { aKeychain, startWriter, type TestWriter } from './writer.ts';

export interface ChaosResult {
  readonly seed: number;
  readonly messages: number;
  readonly calls: number;
  readonly faults: number;
  readonly restarts: number;
  readonly letters: number;
  /** What is wrong at the end; nothing may be. */
  readonly wrong: readonly string[];
}

const FAULTS: readonly Fault[] = [
  { kind: 'error', status: 429 },
  { kind: 'error', status: 429, headers: { 'Retry-After': '3' } },
  { kind: 'error', status: 403, reason: 'userRateLimitExceeded', domain: 'usageLimits' },
  { kind: 'error', status: 401, reason: 'authError' },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 503 },
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
  { kind: 'truncate' },
  { kind: 'captive-portal' },
  { kind: 'slow', ms: 3 },
];
const KINDS: readonly ActionKind[] = ['archive', 'spam', 'decline', 'remove', 'do-not-engage'];
const ROUNDS = 15;

export async function runChaos(seed: number, messageCount = 120, rate = 0.12): Promise<ChaosResult> {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const folder = mkdtempSync(join(tmpdir(), 'acquaint-chaos-'));
  const server = await startGmailServer({
    messages: someLetters(messageCount),
    unitsPerMinute: 10_000_000,
    maxAtOnce: 50,
  });
  const keychain = aKeychain();
  const start = (): TestWriter => startWriter({ server, profileDir: join(folder, 'profile'), keychain, pollMs: 1000 });
  let writer = start();
  let restarts = 0;
  const acted: { readonly outboxId: number; readonly kind: ActionKind }[] = [];
  try {
    const connecting = writer.request('account.connect', { clientJson: server.clientJson });
    await server.acceptConsent(await writer.nextUrl());
    await connecting;
    server.faults.addRandom({ seed, rate, faults: FAULTS });
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause(150);
      changeElsewhere(server, random);
      for (let press = 0; press < 2; press += 1) {
        const kind = pick(KINDS) ?? 'archive';
        const id = pick(inboxOf(writer, server));
        if (id === undefined) continue;
        // Refused where the person was asked before: as it should be.
        const item = await writer.request('action.run', { ids: [id], kind }).catch(() => undefined);
        if (item) acted.push({ outboxId: item.id, kind });
      }
      if (random() < 0.4) {
        await writer.close();
        writer = start();
        restarts += 1;
      }
    }
    const { count: faults } = server.faults;
    server.faults.clear();
    await settle(writer, acted);
    return {
      seed,
      messages: server.mailbox.size,
      calls: server.calls.length,
      faults,
      restarts,
      letters: server.mailbox.deliveries.length,
      wrong: [...wrongLetters(writer, server, acted), ...wrongMessages(writer, server)],
    };
  } finally {
    await writer.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function inboxOf({ db }: TestWriter, server: GmailServer): readonly number[] {
  const inbox = server.mailbox.newestFirst().filter(({ labels }) => labels.has('INBOX') && !labels.has('SENT'));
  return inbox.flatMap(({ id }) => {
    const rowId = getRowIdByGmailId(db, id);
    return rowId !== undefined && getLabels(db, rowId)?.includes('INBOX') === true ? [rowId] : [];
  });
}

function changeElsewhere(server: GmailServer, random: () => number): void {
  const person = Math.floor(random() * 17);
  server.mailbox.deliver(aLetter({ from: `Person ${person} <person${person}@firm${person % 5}.example>` }));
  const held = server.mailbox.newestFirst();
  const other = held[Math.floor(random() * held.length)];
  if (!other) return;
  if (random() < 0.2) server.mailbox.remove(other.id);
  else if (!other.labels.has('DRAFT')) server.mailbox.modify(other.id, ['STARRED'], random() < 0.5 ? ['UNREAD'] : []);
}

/** Until nothing is left to be done. */
async function settle(writer: TestWriter, acted: readonly { readonly outboxId: number }[]): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await writer.request('sync.run', {}).catch(() => undefined);
    for (const { outboxId } of acted) {
      if (getAction(writer.db, outboxId)?.state === 'failed') await writer.request('action.retry', { outboxId });
    }
    const open = acted.filter(({ outboxId }) => getAction(writer.db, outboxId)?.state !== 'done');
    if (open.length === 0) break;
    await pause(50);
  }
  await writer.request('sync.run', {});
}

function wrongLetters(
  { db }: TestWriter,
  server: GmailServer,
  acted: readonly { readonly outboxId: number; readonly kind: ActionKind }[],
): string[] {
  const wrong: string[] = [];
  const keyOf = (raw: string): string => /^X-Acquaint-Outbox-Id: (\S+)/m.exec(raw)?.[1] ?? '';
  const delivered = server.mailbox.deliveries.map(({ raw }) => keyOf(raw));
  for (const { outboxId, kind } of acted) {
    const action = getAction(db, outboxId);
    if (action?.state !== 'done')
      wrong.push(`${kind} ${outboxId} is ${action?.state}: ${action?.error?.message ?? ''}`);
    for (const { plan } of action?.steps ?? []) {
      if (plan.type !== 'letter') continue;
      const times = delivered.filter((key) => key === plan.outboxKey).length;
      if (times !== 1) wrong.push(`letter ${outboxId} to ${plan.to.address} was delivered ${times} times`);
    }
  }
  if (new Set(delivered).size !== delivered.length) wrong.push('a letter was delivered twice');
  if (server.mailbox.drafts.size > 0) wrong.push(`${server.mailbox.drafts.size} drafts were left behind`);
  return wrong;
}

function wrongMessages({ db }: TestWriter, server: GmailServer): string[] {
  const wrong: string[] = [];
  for (const { id, labels, subject } of server.mailbox.newestFirst()) {
    if (labels.has('DRAFT')) continue;
    const rowId = getRowIdByGmailId(db, id);
    if (rowId === undefined) {
      if (!labels.has('SPAM') && !labels.has('TRASH')) wrong.push(`${subject} is missing`);
      continue;
    }
    const here = (getLabels(db, rowId) ?? []).toSorted().join();
    const there = [...labels]
      .map((label) => server.mailbox.labelNames.get(label) ?? label)
      .toSorted()
      .join();
    if (here !== there) wrong.push(`${subject} has the labels ${here} here and ${there} at Gmail`);
  }
  const ids = db.prepare('SELECT gmail_id FROM sources WHERE gmail_id IS NOT NULL').pluck().all() as string[];
  for (const id of ids) if (!server.mailbox.has(id)) wrong.push(`${id} is here and not at Gmail`);
  return wrong;
}
