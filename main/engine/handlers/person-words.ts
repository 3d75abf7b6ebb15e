/** The user's word on who is who: it wins over every rule, at once, at every moment and for ever. */
import { AppError } from '#core/contract/app-error.ts';
import type { PersonId } from '#core/mail/message.ts';
import { getPersonIdByKey, groupPerson } from '#main/store/addresses.ts';
import { applyUsersWord } from '#main/store/assessments.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { getVerdict } from '#main/store/judgements.ts';
import { deletePersonWord, getPersonWord, insertPersonWord } from '#main/store/person-words.ts';
import { wordOn } from '../person-word.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';

export const personWordsFeature = {
  handlers: {
    'person.tell'(said, { db, emit, now, triage }) {
      const wordId = inTransaction(db, () => {
        const word = wordOn(db, said);
        const id = insertPersonWord(db, { ...word, saidAt: now() });
        // Shown now; reading the mail again confirms it, with all that follows for others.
        if (word.word === 'same') showAsOne(db, [...word.these, ...word.those]);
        else showAsTwo(db, word.those, word.these);
        triage.judgementsChanged();
        return id;
      });
      emit({ type: 'queue-changed' });
      return { wordId, personId: said.personId as PersonId };
    },
    'person.takeBack'({ wordId }, { db, emit, triage }) {
      inTransaction(db, () => {
        const word = getPersonWord(db, wordId);
        if (!word) {
          throw new AppError({
            kind: 'not-found',
            message: 'This was taken back already.',
            cure: 'Open the sender again.',
          });
        }
        deletePersonWord(db, wordId);
        if (word.word === 'other') showAsOne(db, [...word.those, ...word.these]);
        else if (areTogether(db, word.these, word.those)) showAsTwo(db, word.these, word.those);
        triage.judgementsChanged();
      });
      emit({ type: 'queue-changed' });
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'person.tell' | 'person.takeBack'>>;

/** The first key's person keeps the id: it is the one on the screen. */
function showAsOne(db: WritableDb, keys: readonly string[]): void {
  const personId = groupPerson(db, keys);
  const verdict = personId === undefined ? undefined : getVerdict(db, personId);
  if (personId !== undefined && verdict !== undefined) applyUsersWord(db, personId, verdict);
}

/** Whoever has the first keys keeps the id. */
function showAsTwo(db: WritableDb, kept: readonly string[], parted: readonly string[]): void {
  groupPerson(db, kept);
  groupPerson(db, parted);
}

function areTogether(db: WritableDb, these: readonly string[], those: readonly string[]): boolean {
  const people = new Set(these.map((key) => getPersonIdByKey(db, key)));
  return those.some((key) => people.has(getPersonIdByKey(db, key)));
}
