/** Writes what the record knows of people into the store, where the reader finds it. */
import { mailboxKey } from '#core/mail/address.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import { getPersonIdByKey, groupPerson, listAddressKeys } from '#main/store/addresses.ts';
import type { WritableDb } from '#main/store/database.ts';
import { updatePersonRecord } from '#main/store/people.ts';

/** A transaction of some 10 ms. */
const STEP = 100;

/** Steps that each belong in a transaction of their own: for the people of these mailbox keys, or for everybody. */
export function* peopleToRefresh(
  db: WritableDb,
  correspondence: Correspondence,
  touched: ReadonlySet<string> | undefined,
  asOf: number,
): Generator<() => void> {
  const done = new Set<string>();
  for (const keys of touched ? chunksOf([...touched]) : everyKey(db)) {
    yield () => {
      for (const key of keys) if (!done.has(key)) refreshPerson(db, correspondence, key, asOf, done);
    };
  }
}

function refreshPerson(
  db: WritableDb,
  correspondence: Correspondence,
  key: string,
  asOf: number,
  done: Set<string>,
): void {
  done.add(key);
  const record = correspondence.record(key);
  if (!record || getPersonIdByKey(db, key) === undefined) return;
  const keys = [...new Set([record.key, ...record.addresses.map(mailboxKey)])];
  for (const other of keys) done.add(other);
  const personId = groupPerson(db, keys);
  if (personId === undefined) return;
  const strength = correspondence.strength(key, asOf);
  updatePersonRecord(db, personId, { record, strength, evidence: correspondence.evidence(key, asOf) }, asOf);
}

function* chunksOf(keys: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < keys.length; start += STEP) yield keys.slice(start, start + STEP);
}

function* everyKey(db: WritableDb): Generator<readonly string[]> {
  for (let after = ''; ;) {
    const keys = listAddressKeys(db, after, STEP);
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys;
    after = last;
  }
}
