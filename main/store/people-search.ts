/** People found by name or address, as one types. */
import type { FoundPerson } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import { nameWords } from '#core/relationship/names.ts';
import { listAddresses } from './addresses.ts';
import { type ReadableDb, statement } from './database.ts';
import { getPerson } from './people.ts';

interface Row {
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly address: string;
  readonly name: string;
  readonly strength: number;
}

/** Every word typed begins a word of a name, accents or not, or is in the address; strongest first. */
export function searchPeople(db: ReadableDb, query: string, limit: number): readonly FoundPerson[] {
  const typed = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ asTyped: word, folded: nameWords(word) }));
  if (typed.length === 0) return [];
  const rows = statement<[], Row>(
    db,
    `SELECT a.person_id, p.name AS person_name, a.address, a.name, p.strength
      FROM people p JOIN addresses a ON a.person_id = p.id ORDER BY p.strength DESC, p.id`,
  );
  const found = new Set<PersonId>();
  for (const row of rows.iterate()) {
    if (found.has(row.person_id)) continue;
    const address = row.address.toLowerCase();
    let words: readonly string[] | undefined;
    const isMeant = typed.every(({ asTyped, folded }) => {
      if (address.includes(asTyped)) return true;
      words ??= nameWords(`${row.person_name} ${row.name}`);
      return folded.length > 0 && folded.every((part) => words?.some((word) => word.startsWith(part)) === true);
    });
    if (isMeant) found.add(row.person_id);
    if (found.size === limit) break;
  }
  return [...found].map((personId) => toFound(db, personId));
}

function toFound(db: ReadableDb, personId: PersonId): FoundPerson {
  const person = getPerson(db, personId);
  const record = person?.record?.record;
  const lasts = [record?.lastReceivedAt, record?.lastSentAt].filter((at) => at !== undefined);
  return {
    personId,
    name: person?.name ?? '',
    addresses: listAddresses(db, personId).map(({ address }) => address),
    strength: Math.round(person?.record?.strength.value ?? 0),
    ...(lasts.length === 0 ? {} : { lastContactAt: Math.max(...lasts) }),
  };
}
