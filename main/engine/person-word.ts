/** What the user says of who is who, checked, and the mailbox keys that it is about. */
import { AppError } from '#core/contract/app-error.ts';
import type { RequestArguments } from '#core/contract/requests.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { PersonId } from '#core/mail/message.ts';
import type { PersonWord } from '#core/relationship/person-words.ts';
import { listAddresses } from '#main/store/addresses.ts';
import type { ReadableDb } from '#main/store/database.ts';

export type SaidOfPeople = RequestArguments<'person.tell'>;

/** Of every address that the user saw: so that the word does not hang on a rule that joined some of them before. */
export function wordOn(db: ReadableDb, said: SaidOfPeople): Pick<PersonWord, 'word' | 'these' | 'those'> {
  const own = keysOf(db, said.personId as PersonId);
  if (said.word === 'same') {
    const others = keysOf(db, said.otherId as PersonId);
    if (said.otherId === said.personId) throw refused('These are one person already.');
    return { word: 'same', these: own, those: others };
  }
  const key = mailboxKey(said.address);
  const others = own.filter((one) => one !== key);
  if (others.length === own.length) throw refused(`${said.address} is not an address of this person.`);
  if (others.length === 0) throw refused(`${said.address} is the only address of this person.`);
  return { word: 'other', these: [key], those: others };
}

function keysOf(db: ReadableDb, personId: PersonId): readonly string[] {
  const keys = listAddresses(db, personId).map(({ key }) => key);
  if (keys.length > 0) return keys;
  throw new AppError({
    kind: 'not-found',
    message: 'There is no such person any more.',
    cure: 'Open the sender again.',
  });
}

function refused(message: string): AppError {
  return new AppError({ kind: 'invalid-input', message, cure: 'Open the sender again.' });
}
