/** The user's word on people, by mailbox key: it outlives the mail it was given on. */
import type { SaidOfAddress, Verdict } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import { listAddresses } from './addresses.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';

export interface Judgement {
  readonly address: string;
  readonly verdict: Verdict;
}

/** For every address of the person; null takes it back. Answers with what was said of each before. */
export function judgePerson(
  db: WritableDb,
  personId: PersonId,
  verdict: Verdict | null,
  saidAt: number,
): readonly SaidOfAddress[] {
  return inTransaction(db, () => {
    const keys = listAddresses(db, personId).map(({ key }) => key);
    const before = keys.map((address) => getSaid(db, address));
    sayOfAddresses(
      db,
      keys.map((address) => ({ address, verdict, saidAt })),
    );
    return before;
  });
}

export function sayOfAddresses(db: WritableDb, said: readonly SaidOfAddress[]): void {
  inTransaction(db, () => {
    for (const { address, verdict, saidAt } of said) {
      statement<[string]>(db, 'DELETE FROM judgements WHERE address_key = ?').run(address);
      if (verdict === null) continue;
      statement<[string, Verdict, number]>(
        db,
        'INSERT INTO judgements (address_key, verdict, decided_at) VALUES (?, ?, ?)',
      ).run(address, verdict, saidAt);
    }
  });
}

function getSaid(db: ReadableDb, address: string): SaidOfAddress {
  const row = statement<[string], { verdict: Verdict; decided_at: number }>(
    db,
    'SELECT verdict, decided_at FROM judgements WHERE address_key = ?',
  ).get(address);
  return { address, verdict: row?.verdict ?? null, saidAt: row?.decided_at ?? 0 };
}

/** In the order in which they were given. */
export function listJudgements(db: ReadableDb): readonly Judgement[] {
  return statement<[], Judgement>(
    db,
    'SELECT address_key AS address, verdict FROM judgements ORDER BY decided_at, address_key',
  ).all();
}

/** The latest word on any of the person's addresses. */
export function getVerdict(db: ReadableDb, personId: PersonId): Verdict | undefined {
  return statement<[number], Verdict>(
    db,
    `SELECT j.verdict FROM addresses a JOIN judgements j ON j.address_key = a.key
      WHERE a.person_id = ? ORDER BY j.decided_at DESC LIMIT 1`,
  )
    .pluck()
    .get(personId);
}
