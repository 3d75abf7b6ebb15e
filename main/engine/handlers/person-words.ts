/** The user's word on who is who: it wins over every rule, at once, at every moment and for ever. */
import { AppError } from '#core/contract/app-error.ts';
import type { PersonWord } from '#core/relationship/person-words.ts';
import { getPersonIdByKey, groupPerson } from '#main/store/addresses.ts';
import { applyUsersWord } from '#main/store/assessments.ts';
import { inTransaction, type WritableDb } from '#main/store/database.ts';
import { getVerdict } from '#main/store/judgements.ts';
import { getPersonWord, insertPersonWord, setTakenBack } from '#main/store/person-words.ts';
import { cancelledError } from '../jobs.ts';
import { wordOn } from '../person-word.ts';
import { previewWord } from '../preview-word.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';
import type { ReadHandlers } from './reads.ts';

export const personWordsFeature = {
  handlers: {
    'person.tell'(said, { db, emit, now, triage }) {
      const wordId = inTransaction(db, () => {
        const word = wordOn(db, said);
        const id = insertPersonWord(db, { ...word, saidAt: now() });
        show(db, word);
        triage.judgementsChanged();
        return id;
      });
      emit({ type: 'queue-changed' });
      return { wordId };
    },
    'person.takeBack'({ wordId, isTakenBack }, { db, emit, now, triage }) {
      inTransaction(db, () => {
        const word = getPersonWord(db, wordId);
        if (!word) {
          throw new AppError({ kind: 'not-found', message: 'You never said so.', cure: 'Open the sender again.' });
        }
        setTakenBack(db, wordId, isTakenBack ? now() : null);
        if (isTakenBack) hide(db, word);
        else show(db, word);
        triage.judgementsChanged();
      });
      emit({ type: 'queue-changed' });
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'person.tell' | 'person.takeBack'>>;

let latestPreview = 0;

/** Served by the reader thread. */
export const personWordReads = {
  /** A later one ends it: each reads the whole record, and one person is looked at a time. */
  async 'person.preview'(said, { db, now }) {
    latestPreview += 1;
    const preview = latestPreview;
    return await previewWord(db, said, now(), async () => {
      await new Promise((resolve) => setImmediate(resolve));
      if (preview !== latestPreview) throw cancelledError();
    });
  },
} satisfies Pick<ReadHandlers, 'person.preview'>;

type Word = Pick<PersonWord, 'word' | 'these' | 'those'>;

/** On the screen at once; reading the mail again confirms it, with all that follows for others. The person looked at keeps the id. */
function show(db: WritableDb, { word, these, those }: Word): void {
  if (word === 'same') showAsOne(db, [...these, ...those]);
  else showAsTwo(db, those, these);
}

function hide(db: WritableDb, { word, these, those }: Word): void {
  if (word === 'other') showAsOne(db, [...those, ...these]);
  else if (areTogether(db, these, those)) showAsTwo(db, these, those);
}

function showAsOne(db: WritableDb, keys: readonly string[]): void {
  const personId = groupPerson(db, keys);
  const verdict = personId === undefined ? undefined : getVerdict(db, personId);
  if (personId !== undefined && verdict !== undefined) applyUsersWord(db, personId, verdict);
}

function showAsTwo(db: WritableDb, kept: readonly string[], parted: readonly string[]): void {
  groupPerson(db, kept);
  groupPerson(db, parted);
}

function areTogether(db: WritableDb, these: readonly string[], those: readonly string[]): boolean {
  const people = new Set(these.map((key) => getPersonIdByKey(db, key)));
  return those.some((key) => people.has(getPersonIdByKey(db, key)));
}
