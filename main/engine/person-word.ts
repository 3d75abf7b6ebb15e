/** What the user says of who is who, checked, and the mailbox keys that it is about. */
import { AppError } from '#core/contract/app-error.ts';
import type { RequestArguments } from '#core/contract/requests.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { PersonWord } from '#core/relationship/person-words.ts';
import { getPersonIdByKey, listAddresses } from '#main/store/addresses.ts';
import type { ReadableDb } from '#main/store/database.ts';

export type SaidOfPeople = RequestArguments<'person.tell'>;

/** Of every address that the user saw: so that the word does not hang on a rule that joined some of them before. */
export function wordOn(db: ReadableDb, said: SaidOfPeople): Pick<PersonWord, 'word' | 'these' | 'those'> {
  const key = mailboxKey(said.address);
  const own = keysBeside(db, key);
  if (said.word === 'same') {
    const other = mailboxKey(said.other);
    if (own.includes(other)) throw refused('These are one person already.');
    return { word: 'same', these: own, those: keysBeside(db, other) };
  }
  const others = own.filter((one) => one !== key);
  if (others.length === 0) throw refused(`${said.address} is the only address of this person.`);
  return { word: 'other', these: [key], those: others };
}

/** Of the person who has this one. */
function keysBeside(db: ReadableDb, key: string): readonly string[] {
  const personId = getPersonIdByKey(db, key);
  if (personId !== undefined) return listAddresses(db, personId).map((one) => one.key);
  throw new AppError({
    kind: 'not-found',
    message: `There is no mail with ${key} any more.`,
    cure: 'Open the sender again.',
  });
}

function refused(message: string): AppError {
  return new AppError({ kind: 'invalid-input', message, cure: 'Open the sender again.' });
}
