/** A dropped name looked up in the owner's own correspondence (R5). */
import type { Entities, NameDrop } from '../outreach/entities.ts';
import { fold, foldName } from '../outreach/fold.ts';
import type { Correspondence, PersonRecord } from '../relationship/correspondence.ts';
import { contradicts } from './person-named.ts';
import type { TriageMessage } from './triage-message.ts';

export interface CheckedName {
  readonly name: string;
  readonly verified: boolean;
  readonly address?: string;
  readonly quote: string;
  readonly record?: PersonRecord;
}

/** The first name that holds, else the first that was dropped. */
export function checkNameDrops(
  entities: Pick<Entities, 'nameDrops' | 'offers'>,
  message: TriageMessage,
  correspondence: Correspondence,
  sold = false,
): CheckedName | undefined {
  const checked = checkedNames(entities, message, correspondence, sold);
  return checked.find(({ verified }) => verified) ?? checked[0];
}

/**
 * Every dropped name, and the first full name that holds of those the text merely mentions.
 *
 * A name holds when it is that of a person with mail both ways and nothing in the message speaks against its being the
 * same person. A first name alone holds where only one such person bears it and nothing is `sold` with it. Somebody whom the sender offers to introduce
 * is not somebody on whose word he writes, and a letter that the provider calls forged has nobody's word.
 */
export function checkedNames(
  { nameDrops, offers }: Pick<Entities, 'nameDrops' | 'offers'>,
  message: TriageMessage,
  correspondence: Correspondence,
  sold = false,
): readonly CheckedName[] {
  const dropped = nameDrops.map((drop) => checkName(drop, message, correspondence, sold));
  if (dropped.some(({ verified }) => verified)) return dropped;
  const mentioned = message.signals.mentions
    .filter((name) => !offers.includes(name) && !nameDrops.some((drop) => foldName(drop.name) === foldName(name)))
    // To the letter: every message mentions names, and looking for slips of spelling goes through everybody.
    .filter((name) => name.split(' ').length <= MOST_NAME_WORDS && correspondence.peopleNamed(name).length > 0)
    .map((name) => checkName({ name, quote: name, context: [] }, message, correspondence, sold))
    .find(({ verified }) => verified);
  return mentioned ? [...dropped, mentioned] : dropped;
}

const MOST_NAME_WORDS = 4;

function checkName(drop: NameDrop, message: TriageMessage, correspondence: Correspondence, sold: boolean): CheckedName {
  const { name, quote } = drop;
  const isFull = name.includes(' ');
  const candidates = (isFull ? peopleLike(name, correspondence) : correspondence.peopleCalled(name)).filter(
    ({ addresses }) => !addresses.includes(message.from.address),
  );
  const bearers = candidates.filter(({ sentCount, receivedCount }) => sentCount > 0 && receivedCount > 0);
  const twoWay = isFull || (bearers.length === 1 && !sold) ? bearers[0] : undefined;
  const record = twoWay ?? (isFull ? candidates[0] : undefined);
  if (!record) return { name, verified: false, quote };
  const forged = message.signals.found.some(({ kind }) => kind === 'fails-authentication');
  const stands = twoWay !== undefined && !forged && !contradicts(record, drop.context.join(' '));
  const [address] = record.addresses;
  const same = stands || twoWay === undefined;
  return {
    name: same && isFull && record.name.includes(' ') ? record.name : name,
    verified: stands,
    ...(same && address !== undefined ? { address } : {}),
    quote,
    record,
  };
}

/** Exact after folding, else near enough for a slip of spelling in each word. */
function peopleLike(name: string, correspondence: Correspondence): readonly PersonRecord[] {
  const exact = correspondence.peopleNamed(name);
  if (exact.length > 0) return exact;
  const words = foldName(name).split(' ');
  const near = correspondence.people(Number.POSITIVE_INFINITY).filter((person) => {
    if (person.sentCount === 0) return false;
    const others = foldName(person.name).split(' ');
    return others.length === words.length && others.every((other, index) => isSlip(other, words[index] ?? ''));
  });
  return near.length === 1 ? near : [];
}

/** One letter in five may differ: `dillip ragunathan` for `dilip raghunathan`; short words must be the same. */
function isSlip(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const allowed = Math.floor(longest / 5);
  if (Math.abs(a.length - b.length) > allowed) return false;
  if (fold(a) === fold(b)) return true;
  return allowed > 0 && editDistance(a, b) <= allowed;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
