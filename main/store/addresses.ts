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
    const { lastInsertRowid: personId } = statement<[string]>(db, 'INSERT INTO people (name) VALUES (?)').run(name);
    const insert = 'INSERT INTO addresses (key, address, name, person_id) VALUES (?, ?, ?, ?)';
    return Number(
      statement<[string, string, string, number | bigint]>(db, insert).run(key, address, name, personId)
        .lastInsertRowid,
    );
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

/** Gives all these mailbox keys to the person of the first one; people left without an address go. */
export function joinPeople(db: WritableDb, keys: readonly string[]): void {
  const [first, ...others] = keys;
  const personId = first === undefined ? undefined : getPersonIdByKey(db, first);
  if (personId === undefined) return;
  for (const key of others) {
    const other = getPersonIdByKey(db, key);
    if (other === undefined || other === personId) continue;
    statement<[number, string]>(db, 'UPDATE addresses SET person_id = ? WHERE key = ?').run(personId, key);
    statement<[number, number]>(
      db,
      'DELETE FROM people WHERE id = ? AND NOT EXISTS (SELECT 1 FROM addresses WHERE person_id = ?)',
    ).run(other, other);
  }
}
