/**
 * Who the owner of the stored mail is, worked out from the mail itself.
 *
 * Verdicts rest on the answer until the user has confirmed it, so an address is left out rather than guessed.
 */
import type { OwnerCandidate } from '#core/contract/views.ts';
import { type ReadableDb, statement } from './database.ts';
import { getSetting } from './settings.ts';

const LISTED = 10;
/** Recipients are read from this many of the newest messages: enough to tell, whatever the size of the mailbox. */
const SAMPLE = 20_000;
/** What happened less often than this says nothing. */
const LEAST_COUNT = 3;
/** The owner's share of the mail that names its final mailbox; lists and forwarding have the rest. */
const OWNER_SHARE = 0.4;
const ALIAS_SHARE = 0.02;
/** Without labels: how much of the mail must be to the owner, or from the owner. */
const ADDRESSED_SHARE = 0.1;
/** Without labels: how much a second address of the owner writes, compared with the first. A namesake writes less. */
const SECOND_SHARE = 0.1;

interface Counted {
  readonly address: string;
  readonly count: number;
}

interface Clues {
  readonly address: string;
  readonly name: string;
  /** Sent by it, by Gmail's label. */
  readonly labelled: number;
  /** Sent by it at all. */
  readonly written: number;
  /** Delivered to it, by the topmost Delivered-To. */
  readonly delivered: number;
  /** In To. */
  readonly addressed: number;
}

export interface LabelledCandidate extends OwnerCandidate {
  /** A label says that mail from this address was sent by the owner. */
  readonly labelledSent: boolean;
}

/**
 * The owner's addresses, likeliest first.
 *
 * Who sent what is labelled as sent, and whom most mail is delivered to, is the owner. Where the mail has neither, it is
 * whoever both writes and is written to most, and what looks like another address of the same person.
 */
export function listOwnerCandidates(db: ReadableDb): readonly LabelledCandidate[] {
  const declined = new Set(getSetting(db, 'owner-declined'));
  const clues = cluesOf(db).filter(({ address }) => !declined.has(address));
  const sum = (of: (clue: Clues) => number): number => clues.reduce((total, clue) => total + of(clue), 0);
  const deliveredTotal = sum(({ delivered }) => delivered);
  const isLabelled = clues.some(({ labelled }) => labelled > 0);
  const isDelivered = clues.some(
    ({ delivered }) => delivered >= LEAST_COUNT && delivered >= OWNER_SHARE * deliveredTotal,
  );

  const found =
    isLabelled || isDelivered
      ? clues.filter(
          ({ labelled, delivered, written }) =>
            labelled > 0 ||
            (delivered >= OWNER_SHARE * deliveredTotal && delivered >= LEAST_COUNT) ||
            (isLabelled && written > 0 && delivered >= Math.max(LEAST_COUNT, ALIAS_SHARE * deliveredTotal)),
        )
      : byCorrespondence(clues, db);
  return found
    .toSorted((a, b) => b.labelled - a.labelled || weight(b) - weight(a) || b.delivered - a.delivered)
    .slice(0, LISTED)
    .map(({ address, name, labelled, written, delivered, addressed }) => ({
      address,
      name,
      sentCount: written,
      deliveredCount: delivered || addressed,
      labelledSent: labelled > 0,
    }));
}

function weight({ written, delivered, addressed }: Clues): number {
  return Math.min(written, Math.max(delivered, addressed));
}

function byCorrespondence(clues: readonly Clues[], db: ReadableDb): readonly Clues[] {
  const total = Math.min(SAMPLE, statement<[], number>(db, 'SELECT count(*) FROM messages').pluck().get() ?? 0);
  const [first] = clues.filter((clue) => weight(clue) >= LEAST_COUNT).toSorted((a, b) => weight(b) - weight(a));
  if (first === undefined || Math.max(first.addressed, first.written) < ADDRESSED_SHARE * total) return [];
  const name = lastNameIn(first);
  return clues.filter(
    (clue) =>
      clue === first ||
      (weight(clue) >= LEAST_COUNT && clue.written >= SECOND_SHARE * first.written && lastNameIn(clue) === name),
  );
}

/** The last word of the local part: what `k..allen` and `phillip.allen` share. */
function lastNameIn({ address }: Clues): string {
  return /(\p{L}+)\P{L}*$/u.exec(address.slice(0, address.lastIndexOf('@')))?.[1] ?? '';
}

function cluesOf(db: ReadableDb): readonly Clues[] {
  const labelled = countsOf(
    db,
    `SELECT from_address AS address, count(*) AS count FROM messages WHERE labels LIKE '%"SENT"%' GROUP BY from_address`,
  );
  const written = countsOf(db, 'SELECT from_address AS address, count(*) AS count FROM messages GROUP BY from_address');
  const delivered = recipientsIn(db, "SELECT envelope ->> '$.deliveredTo[0]' AS address FROM sample");
  const addressed = recipientsIn(
    db,
    "SELECT found.value ->> '$.address' AS address FROM sample, json_each(envelope, '$.to') AS found",
  );
  const addresses = new Set([...labelled.keys(), ...delivered.keys(), ...addressed.keys()]);
  return [...addresses].map((address) => ({
    address,
    name: nameOf(db, address),
    labelled: labelled.get(address) ?? 0,
    written: written.get(address) ?? 0,
    delivered: delivered.get(address) ?? 0,
    addressed: addressed.get(address) ?? 0,
  }));
}

function countsOf(db: ReadableDb, sql: string): ReadonlyMap<string, number> {
  const rows = statement<[], Counted>(db, sql).all();
  return new Map(rows.filter(({ address }) => address.includes('@')).map(({ address, count }) => [address, count]));
}

/** The 50 most frequent of the addresses that `select` gives for the envelopes in `sample`. */
function recipientsIn(db: ReadableDb, select: string): ReadonlyMap<string, number> {
  return countsOf(
    db,
    `WITH sample AS (SELECT envelope FROM envelopes ORDER BY message_id DESC LIMIT ${SAMPLE})
      SELECT address, count(*) AS count FROM (${select}) WHERE address IS NOT NULL
      GROUP BY address HAVING count(*) >= ${LEAST_COUNT} ORDER BY count DESC LIMIT 50`,
  );
}

function nameOf(db: ReadableDb, address: string): string {
  const named = statement<[string], string>(
    db,
    `SELECT from_name FROM messages JOIN addresses ON addresses.id = address_id
      WHERE addresses.address = ? AND from_name <> '' ORDER BY messages.id DESC LIMIT 1`,
  );
  return named.pluck().get(address) ?? '';
}
