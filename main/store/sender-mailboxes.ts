/** Which mailboxes are a person's and why, and which the user said are not. */
import type { SenderMailbox, SenderView } from '#core/contract/views.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { PersonId } from '#core/mail/message.ts';
import type { AddressJoin, PersonRecord } from '#core/relationship/correspondence.ts';
import { type PersonWord, PersonWords, reasonOfWord } from '#core/relationship/person-words.ts';
import { listAddresses } from './addresses.ts';
import type { ReadableDb } from './database.ts';
import { listPersonWords } from './person-words.ts';

/** The most used first; the user's latest word is shown even before the mail has been read again. */
export function listSenderMailboxes(
  db: ReadableDb,
  personId: PersonId,
  record: PersonRecord | undefined,
): readonly SenderMailbox[] {
  const byKey = new Map(listAddresses(db, personId).map(({ key, address }) => [key, address]));
  const inOrder = new Set([...(record?.addresses ?? []).map(mailboxKey), ...byKey.keys()]);
  const keys = [...inOrder].filter((key) => byKey.has(key));
  const reasons = reasonsFrom(keys, [...toldJoins(listPersonWords(db)), ...(record?.joins ?? [])]);
  return keys.map((key) => {
    const join = reasons.get(key);
    return {
      address: byKey.get(key) ?? key,
      ...(join ? { because: { text: join.text, messageIds: join.messageIds } } : {}),
      ...(join?.wordId === undefined ? {} : { wordId: join.wordId }),
    };
  });
}

/** What the user said: latest first, each pair once. */
export function listOthers(db: ReadableDb, personId: PersonId): SenderView['others'] {
  const own = new Set(listAddresses(db, personId).map(({ key }) => key));
  const found = new Map<string, SenderView['others'][number]>();
  for (const word of listPersonWords(db).toReversed()) {
    if (word.word !== 'other') continue;
    const isThese = word.these.some((key) => own.has(key));
    const [mine, theirs] = isThese ? [word.these, word.those] : [word.those, word.these];
    const one = mine.find((key) => own.has(key));
    if (one === undefined) continue;
    for (const address of theirs)
      if (!own.has(address) && !found.has(address))
        found.set(address, { wordId: word.id, address, reason: reasonOfWord(word, address, one) });
  }
  return [...found.values()];
}

function toldJoins(words: readonly PersonWord[]): readonly AddressJoin[] {
  return new PersonWords(words).links.map(({ one, other, word }) => ({
    ...reasonOfWord(word, one, other),
    from: one,
    to: other,
    wordId: word.id,
  }));
}

/** By mailbox key the join that leads back towards the first. */
function reasonsFrom(keys: readonly string[], joins: readonly AddressJoin[]): ReadonlyMap<string, AddressJoin> {
  const found = new Map<string, AddressJoin>();
  const reached = new Set(keys.slice(0, 1));
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const join of joins) {
      const next = reached.has(join.from) ? join.to : reached.has(join.to) ? join.from : undefined;
      if (next === undefined || reached.has(next)) continue;
      reached.add(next);
      found.set(next, join);
    }
  }
  return found;
}
