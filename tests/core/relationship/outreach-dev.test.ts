/** The record on a labelled mailbox: what its gold facts say of people must come out of the mail alone. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mailboxKey } from '#core/mail/address.ts';
import type { MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import type { Arriving, Correspondence, PersonRecord } from '#core/relationship/correspondence.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { DATA_DIR } from '../../../scripts/fit-strength/frozen-benchmark.ts';
import { readMailbox } from '../../../scripts/fit-strength/shared-mailbox.ts';

const GOLD = path.join(DATA_DIR, 'outreach-dev', 'gold.jsonl');
const present = existsSync(GOLD);

interface Gold {
  readonly messageId: string;
  readonly lane: 'known' | 'acquaintance' | 'stranger' | 'bulk' | 'automated';
  readonly facts: {
    readonly nagCount?: number;
    readonly introducedBy?: string;
    readonly knownDomain?: boolean;
    readonly nameDrop?: { readonly name: string; readonly verified: boolean };
    readonly circle?: { readonly name: string; readonly explained: boolean };
    readonly invitedBy?: string;
  };
}

/** What the record said before a labelled message. */
interface Judged {
  readonly gold: Gold;
  readonly from: string;
  readonly value: number;
  readonly streak: number;
  readonly record: PersonRecord | undefined;
  readonly colleagues: number;
}

let judged: readonly Judged[] = [];
let correspondence: Correspondence;
let lastAt = 0;

/** What the message says for itself is taken from the gold: here only the record is on trial. */
function arrivingOf({ lane, facts }: Gold): Arriving {
  return {
    impersonal: lane === 'bulk' || lane === 'automated',
    ...(facts.nameDrop?.verified ? { vouchedBy: { name: facts.nameDrop.name, messageIds: [] } } : {}),
    ...(facts.circle?.explained ? { circle: facts.circle.name } : {}),
  };
}

async function replay(): Promise<void> {
  const { owner, messages } = await readMailbox('outreach-dev');
  const lines = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const gold = new Map(lines.map((line) => JSON.parse(line) as Gold).map((one) => [one.messageId, one]));
  const own = new Set(owner.addresses.map(mailboxKey));
  const threads = new Map<string, number>();
  correspondence = createCorrespondence(owner, []);
  const found: Judged[] = [];
  for (const [index, message] of messages.entries()) {
    const direction = own.has(mailboxKey(message.from.address)) ? 'sent' : 'received';
    const thread = message.gmailThreadId ?? message.messageId;
    const threadId = threads.get(thread) ?? threads.size;
    threads.set(thread, threadId);
    const light = {
      ...message,
      id: index as MessageRowId,
      threadId: threadId as ThreadRowId,
      direction,
      signals: readSignals(message, direction, owner),
    } as const;
    const one = gold.get(message.messageId);
    if (one) {
      const from = message.from.address;
      found.push({
        gold: one,
        from,
        value: correspondence.strength(from, message.receivedAt, arrivingOf(one)).value,
        streak: correspondence.streak(from).count + 1,
        record: correspondence.record(from),
        colleagues: correspondence.knownAtDomain(from).length,
      });
    }
    correspondence.observe(light, []);
    lastAt = message.receivedAt;
  }
  judged = found;
}

function shareInOrder(above: readonly string[], below: readonly string[]): number {
  const of = (lanes: readonly string[]): readonly Judged[] =>
    judged.filter(({ gold }) => lanes.includes(gold.lane) && gold.facts.invitedBy === undefined);
  const pairs = of(above).flatMap((a) =>
    of(below).map((b): number => (a.value > b.value ? 1 : a.value === b.value ? 0.5 : 0)),
  );
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}

describe.skipIf(!present)('the record of the development mailbox (skipped where ../shared/data is absent)', () => {
  beforeAll(replay, 60_000);

  it('counts every streak of unanswered mail as labelled (R3)', () => {
    const labelled = judged.filter(({ gold }) => gold.facts.nagCount !== undefined);
    expect(labelled.length).toBeGreaterThan(20);
    expect(labelled.filter(({ gold, streak }) => streak !== gold.facts.nagCount)).toEqual([]);
  });

  it('knows who introduced whom, and nobody who was not introduced (R8)', () => {
    const labelled = judged.filter(({ gold }) => gold.facts.introducedBy !== undefined);
    expect(labelled.length).toBeGreaterThan(4);
    for (const { gold, record } of labelled) expect(record?.introducedBy?.address).toBe(gold.facts.introducedBy);
    const strangers = judged.filter(({ gold }) => gold.lane === 'stranger');
    expect(strangers.filter(({ record }) => record?.introducedBy)).toEqual([]);
  });

  it('knows which firms the owner has worked with, free mail and look-alikes not among them (R7)', () => {
    const labelled = judged.filter(({ gold }) => gold.facts.knownDomain !== undefined);
    expect(labelled.length).toBeGreaterThan(10);
    for (const { gold, colleagues } of labelled) expect(colleagues > 0).toBe(gold.facts.knownDomain);
    const strangers = judged.filter(({ gold }) => gold.lane === 'stranger');
    expect(strangers.filter(({ colleagues }) => colleagues > 0)).toEqual([]);
  });

  it('joins the two people whose mail proves two addresses, and no impostor', () => {
    const joined = correspondence.people(lastAt).filter(({ addresses }) => addresses.length > 1);
    expect(joined.map(({ name }) => name).toSorted()).toEqual(['Dilip Raghunathan', 'Ruth Adeyemi']);
    expect(correspondence.peopleNamed('Claire Ashworth')).toHaveLength(2);
  });

  it('ranks known people above acquaintances above strangers and bulk (R1, R2)', () => {
    expect(shareInOrder(['known'], ['acquaintance'])).toBeGreaterThan(0.95);
    expect(shareInOrder(['known'], ['stranger', 'bulk'])).toBeGreaterThan(0.96);
    expect(shareInOrder(['acquaintance'], ['stranger', 'bulk'])).toBeGreaterThan(0.93);
  });
});
