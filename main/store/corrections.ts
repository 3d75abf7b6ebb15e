/**
 * The user's word on labels, in the order in which it was given.
 *
 * Kept by mailbox key and by fingerprint of the message, not by row: so it outlives the mail it was given on, and comes
 * back with it. What a thread is follows from the mail that is there.
 */
import type { Correction, CorrectedLabel, CorrectionScope } from '#core/triage/corrections.ts';
import type { MessageRowId, PersonId, ThreadRowId } from '#core/mail/message.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';
import { listAddresses } from './addresses.ts';

export interface NewCorrection {
  readonly scope: CorrectionScope;
  readonly label: CorrectedLabel;
  /** `nothing` takes back what was said before. */
  readonly says: 'is' | 'not' | 'nothing';
}

/** What the user said and has not taken back. */
export interface StoredCorrection extends Correction {
  /** Names it for undoing. */
  readonly decision: number;
  /** Of a sender. */
  readonly addressKey?: string;
  /** Of a message or a thread; absent while that message is not in the store. */
  readonly messageRowId?: MessageRowId;
  readonly threadId?: ThreadRowId;
}

/** The rows that a word would add; nothing where the message is not in the store. */
export interface CorrectionTarget {
  readonly addressKey?: string;
  readonly fingerprint?: Uint8Array;
}

/** Of a message itself, its thread, or every address of the person who wrote it. */
export function listCorrectionTargets(
  db: ReadableDb,
  id: MessageRowId,
  scope: CorrectionScope,
): readonly CorrectionTarget[] {
  const row = statement<[number], { fingerprint: Uint8Array; person_id: PersonId }>(
    db,
    `SELECT m.fingerprint, a.person_id FROM messages m JOIN addresses a ON a.id = m.address_id
      WHERE m.id = ? AND m.direction = 'received'`,
  ).get(id);
  if (!row) return [];
  if (scope !== 'sender') return [{ fingerprint: row.fingerprint }];
  return listAddresses(db, row.person_id)
    .filter(({ key }) => key !== '')
    .map(({ key }) => ({ addressKey: key }));
}

/** Undefined where there is nothing to say it of: no such received message, or one without a sender. */
export function insertCorrection(
  db: WritableDb,
  id: MessageRowId,
  { scope, label, says }: NewCorrection,
  decidedAt: number,
): number | undefined {
  return inTransaction(db, () => {
    const targets = listCorrectionTargets(db, id, scope);
    if (targets.length === 0) return undefined;
    const last = statement<[], number | null>(db, `SELECT seq FROM sqlite_sequence WHERE name = 'corrections'`).pluck();
    const decision = (last.get() ?? 0) + 1;
    const insert = statement(
      db,
      `INSERT INTO corrections (decision, scope, address_key, fingerprint, label, says, decided_at)
        VALUES (@decision, @scope, @addressKey, @fingerprint, @label, @says, @decidedAt)`,
    );
    for (const { addressKey = null, fingerprint = null } of targets)
      insert.run({ decision, scope, addressKey, fingerprint, label, says, decidedAt });
    return decision;
  });
}

/** As if it had never been said; what was said before it counts again. False where there is no such word. */
export function deleteCorrection(db: WritableDb, decision: number): boolean {
  return statement<[number]>(db, 'DELETE FROM corrections WHERE decision = ?').run(decision).changes > 0;
}

interface Row {
  readonly id: number;
  readonly decision: number;
  readonly scope: CorrectionScope;
  readonly address_key: string | null;
  /** Hexadecimal; '' for a sender. */
  readonly fingerprint: string;
  readonly label: CorrectedLabel;
  readonly says: 'is' | 'not' | 'nothing';
  readonly message_id: MessageRowId | null;
  readonly thread_id: ThreadRowId | null;
}

const COLUMNS =
  'SELECT c.id, c.decision, c.scope, c.address_key, hex(c.fingerprint) AS fingerprint, c.label, c.says, m.id AS message_id, m.thread_id';

/** What holds now, in the order in which it was said; `also` as if it had just been said. */
export function listCorrections(
  db: ReadableDb,
  also?: NewCorrection & { readonly id: MessageRowId },
): readonly StoredCorrection[] {
  const rows = statement<[], Row>(
    db,
    `${COLUMNS} FROM corrections c LEFT JOIN messages m ON m.fingerprint = c.fingerprint ORDER BY c.id`,
  ).all();
  return holding(also === undefined ? rows : [...rows, ...rowsOf(db, also)]).map(toCorrection);
}

function rowsOf(
  db: ReadableDb,
  { id, scope, label, says }: NewCorrection & { readonly id: MessageRowId },
): readonly Row[] {
  const threadId = statement<[number], ThreadRowId>(db, 'SELECT thread_id FROM messages WHERE id = ?').pluck().get(id);
  return listCorrectionTargets(db, id, scope).map(({ addressKey = null, fingerprint }) => ({
    id: Number.MAX_SAFE_INTEGER,
    decision: 0,
    scope,
    address_key: addressKey,
    fingerprint: fingerprint === undefined ? '' : Buffer.from(fingerprint).toString('hex').toUpperCase(),
    label,
    says,
    message_id: addressKey === null ? id : null,
    thread_id: addressKey === null ? (threadId ?? null) : null,
  }));
}

/** What holds of one message: said of it, of its thread, or of its sender. */
export function listCorrectionsOn(db: ReadableDb, id: MessageRowId): readonly StoredCorrection[] {
  const row = statement<[number], { key: string; thread_id: ThreadRowId }>(
    db,
    'SELECT a.key, m.thread_id FROM messages m JOIN addresses a ON a.id = m.address_id WHERE m.id = ?',
  ).get(id);
  if (!row) return [];
  const rows = statement<[string, number], Row>(
    db,
    `${COLUMNS} FROM corrections c LEFT JOIN messages m ON m.fingerprint = c.fingerprint WHERE c.address_key = ?
      UNION ALL ${COLUMNS} FROM messages m JOIN corrections c ON c.fingerprint = m.fingerprint WHERE m.thread_id = ?`,
  ).all(row.key, row.thread_id);
  return holding(rows.toSorted((one, other) => one.id - other.id))
    .map(toCorrection)
    .filter(({ scope, messageRowId }) => scope !== 'message' || messageRowId === id);
}

/** The last word on each thing; what was taken back is gone. */
function holding(rows: readonly Row[]): readonly Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    // A thread is one thing, whichever of its messages the word was given on.
    const what = row.scope === 'thread' ? (row.thread_id ?? row.fingerprint) : (row.address_key ?? row.fingerprint);
    const key = JSON.stringify([row.scope, what, row.label]);
    latest.delete(key);
    if (row.says !== 'nothing') latest.set(key, row);
  }
  return [...latest.values()];
}

function toCorrection(row: Row): StoredCorrection {
  return {
    decision: row.decision,
    scope: row.scope,
    label: row.label,
    is: row.says === 'is',
    ...(row.address_key === null ? {} : { addressKey: row.address_key }),
    ...(row.message_id === null ? {} : { messageRowId: row.message_id }),
    ...(row.thread_id === null ? {} : { threadId: row.thread_id }),
  };
}
