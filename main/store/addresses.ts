/** Addresses and the people behind them: one row a mailbox key. */
import type { Address } from '#core/mail/address.ts';
import type { PersonId } from '#core/mail/message.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

interface AddressRow {
  readonly id: number;
  readonly address: string;
  readonly name: string;
}

/** The row of an address, made with a person of its own where there is none. The latest name given stays. */
export function upsertAddress(db: WritableDb, key: string, { address, name }: Address): number {
  const known = statement<[string], AddressRow>(db, 'SELECT id, address, name FROM addresses WHERE key = ?').get(key);
  if (!known) {
    const insert = 'INSERT INTO addresses (key, address, name, person_id) VALUES (?, ?, ?, ?)';
    const inserted = statement<[string, string, string, number]>(db, insert).run(
      key,
      address,
      name,
      insertPerson(db, name),
    );
    return Number(inserted.lastInsertRowid);
  }
  const latestName = name === '' ? known.name : name;
  if (latestName !== known.name || address !== known.address) {
    statement<[string, string, number]>(db, 'UPDATE addresses SET address = ?, name = ? WHERE id = ?').run(
      address,
      latestName,
      known.id,
    );
  }
  return known.id;
}

export function getPersonIdByKey(db: ReadableDb, key: string): PersonId | undefined {
  return statement<[string], PersonId>(db, 'SELECT person_id FROM addresses WHERE key = ?').pluck().get(key);
}

/** Every address of a person, oldest first. */
export function listAddresses(
  db: ReadableDb,
  personId: PersonId,
): readonly { readonly id: number; readonly key: string; readonly address: string; readonly name: string }[] {
  return statement<[number], { id: number; key: string; address: string; name: string }>(
    db,
    'SELECT id, key, address, name FROM addresses WHERE person_id = ? ORDER BY id',
  ).all(personId);
}

/**
 * Makes these mailbox keys one person, and nobody else's: the person of the first key keeps the id.
 *
 * Unknown keys are passed over. An address that was with them but is not in the list gets a person of its own.
 */
export function groupPerson(db: WritableDb, keys: readonly string[]): PersonId | undefined {
  const known = keys.filter((key) => getPersonIdByKey(db, key) !== undefined);
  const personId = known[0] === undefined ? undefined : getPersonIdByKey(db, known[0]);
  if (personId === undefined) return undefined;
  for (const key of known) {
    const other = getPersonIdByKey(db, key);
    if (other === undefined || other === personId) continue;
    setPerson(db, key, personId);
    statement<[number, number]>(
      db,
      'DELETE FROM people WHERE id = ? AND NOT EXISTS (SELECT 1 FROM addresses WHERE person_id = ?)',
    ).run(other, other);
  }
  for (const { key, name } of listAddresses(db, personId)) {
    if (!known.includes(key)) setPerson(db, key, insertPerson(db, name));
  }
  return personId;
}

function setPerson(db: WritableDb, key: string, personId: PersonId): void {
  statement<[number, string]>(db, 'UPDATE addresses SET person_id = ? WHERE key = ?').run(personId, key);
}

function insertPerson(db: WritableDb, name: string): PersonId {
  return Number(statement<[string]>(db, 'INSERT INTO people (name) VALUES (?)').run(name).lastInsertRowid) as PersonId;
}

/** Every mailbox key that mail was exchanged with, a page at a time. */
export function listAddressKeys(db: ReadableDb, after: string, limit: number): readonly string[] {
  return statement<[string, number], string>(db, 'SELECT key FROM addresses WHERE key > ? ORDER BY key LIMIT ?')
    .pluck()
    .all(after, limit);
}
