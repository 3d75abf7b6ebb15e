/** Writes what the record knows of people into the store, where the reader finds it. */
import { mailboxKey } from '#core/mail/address.ts';
import type { Correspondence } from '#core/relationship/correspondence.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import { isRecordComplete } from '#main/store/accounts.ts';
import { getPersonIdByKey, groupPerson, listAddressKeys } from '#main/store/addresses.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { updatePersonRecord } from '#main/store/people.ts';
import { getSetting, upsertSetting } from '#main/store/settings.ts';
import { cancelledError } from './jobs.ts';
import { Pace } from './pace.ts';

/** A transaction of some 10 ms. */
const STEP = 100;
/** People are written at most this often, and wait ten times as long as it took: while mail keeps coming, the same ones come again and again. */
const INTERVAL_MS = 3000;
const SHARE = 10;
/** Strength fades with time: after so long it is computed again for everybody. */
const AGED_MS = 24 * 3600 * 1000;

/** Row id of no message: people in the store are older than what is known of them. */
const NOT_WRITTEN = -1;

export interface PeopleOptions {
  readonly db: WritableDb;
  readonly giveWay: () => Promise<void>;
  readonly now: () => number;
}

export class PeopleRecords {
  readonly #db: WritableDb;
  readonly #giveWay: () => Promise<void>;
  readonly #now: () => number;
  readonly #pace = new Pace(SHARE, INTERVAL_MS);
  /** Mailbox keys whose people in the store are older than the record. */
  readonly #touched = new Set<string>();
  #everybody: boolean;

  /** `judgedThrough`: how far judging has come; where people were written for another state, this process did not see what happened. */
  constructor({ db, giveWay, now }: PeopleOptions, judgedThrough: number) {
    this.#db = db;
    this.#giveWay = giveWay;
    this.#now = now;
    this.#everybody = getSetting(db, 'people-refreshed')?.through !== judgedThrough;
  }

  touch({ from, to, cc, bcc }: TriageMessage): void {
    for (const { address } of [from, ...to, ...cc, ...bcc]) if (address !== '') this.#touched.add(mailboxKey(address));
  }

  /** Kept in the store too: killed before they are written, the next process writes them. */
  touchEverybody(): void {
    this.#everybody = true;
    const refreshed = getSetting(this.#db, 'people-refreshed');
    if (refreshed) upsertSetting(this.#db, 'people-refreshed', { at: refreshed.at, through: NOT_WRITTEN });
  }

  /** True where somebody waits to be written. */
  get waiting(): boolean {
    return this.#everybody || this.#touched.size > 0;
  }

  /** True where a day has passed since everybody was written. */
  get aged(): boolean {
    const refreshed = getSetting(this.#db, 'people-refreshed');
    return refreshed !== undefined && refreshed.at + AGED_MS <= this.#now();
  }

  /** The user waits for it. */
  hurry(): void {
    this.#pace.hurry();
  }

  waitMs(): number {
    return this.#pace.waitMs(this.#now());
  }

  /** Writes who waits, as of now; ends early where everybody has come to wait meanwhile. Throws `cancelled` when stopped; everybody waits after any failure. */
  async write(record: Correspondence, through: number, stopped: () => boolean): Promise<void> {
    const asOf = this.#now();
    this.#pace.begin(asOf);
    const everybody = this.#everybody;
    const keys = everybody ? undefined : new Set(this.#touched);
    this.#everybody = false;
    this.#touched.clear();
    try {
      for (const step of peopleToRefresh(this.#db, record, keys, asOf)) {
        this.#pace.spend(() => inTransaction(this.#db, step));
        await this.#giveWay();
        // The user has said something since: what is left would be written as it was before.
        if (this.#everybody) return;
        if (stopped()) throw cancelledError();
      }
    } catch (error) {
      this.#everybody = true;
      throw error;
    }
    const at = everybody ? asOf : (getSetting(this.#db, 'people-refreshed')?.at ?? asOf);
    upsertSetting(this.#db, 'people-refreshed', { at, through });
  }
}

/** Steps that each belong in a transaction of their own: for the people of these mailbox keys, or for everybody. */
function* peopleToRefresh(
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
  // By the same address, whichever was touched: a firm counts only for whoever writes from it.
  const first = keys.find((one) => getPersonIdByKey(db, one) !== undefined) ?? key;
  const strength = correspondence.strength(first, asOf);
  const evidence = correspondence.evidence(first, asOf, isRecordComplete(db));
  updatePersonRecord(db, personId, { record, strength, evidence }, asOf);
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
