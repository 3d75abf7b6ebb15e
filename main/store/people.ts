/** What is known of each person, as judging last computed it: the reader answers "who is this?" from here. */
import type { Strength, PersonRecord } from '#core/relationship/correspondence.ts';
import type { PersonId } from '#core/mail/message.ts';
import type { Reason } from '#core/triage/vocabulary.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

/** JSON in `people.record`. */
export interface StoredRecord {
  readonly record: PersonRecord;
  readonly strength: Strength;
  readonly evidence: readonly Reason[];
}

export interface StoredPerson {
  readonly name: string;
  readonly record?: StoredRecord;
}

export function getPerson(db: ReadableDb, id: PersonId): StoredPerson | undefined {
  const row = statement<[number], { name: string; record: string | null }>(
    db,
    'SELECT name, record FROM people WHERE id = ?',
  ).get(id);
  if (!row) return undefined;
  return { name: row.name, ...(row.record === null ? {} : { record: JSON.parse(row.record) as StoredRecord }) };
}

export function updatePersonRecord(db: WritableDb, id: PersonId, stored: StoredRecord, refreshedAt: number): void {
  statement<[string, number, string, number, number]>(
    db,
    `UPDATE people SET name = coalesce(nullif(?, ''), name), strength = ?, record = ?, refreshed_at = ? WHERE id = ?`,
  ).run(stored.record.name, Math.round(stored.strength.value), JSON.stringify(stored), refreshedAt, id);
}
