/** The user's word on who is who, as it was said (core/relationship/person-words.ts). */
import type { PersonWord } from '#core/relationship/person-words.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

interface Row {
  readonly id: number;
  readonly word: PersonWord['word'];
  readonly these: string;
  readonly those: string;
  readonly said_at: number;
}

/** Answers with its id. */
export function insertPersonWord(db: WritableDb, { word, these, those, saidAt }: Omit<PersonWord, 'id'>): number {
  const insert = 'INSERT INTO person_words (word, these, those, said_at) VALUES (?, ?, ?, ?)';
  const { lastInsertRowid } = statement<[string, string, string, number]>(db, insert).run(
    word,
    JSON.stringify(these),
    JSON.stringify(those),
    saidAt,
  );
  return Number(lastInsertRowid);
}

export function getPersonWord(db: ReadableDb, id: number): PersonWord | undefined {
  const row = statement<[number], Row>(db, 'SELECT * FROM person_words WHERE id = ?').get(id);
  return row && toWord(row);
}

/** Those that count, oldest first. */
export function listPersonWords(db: ReadableDb): readonly PersonWord[] {
  const rows = statement<[], Row>(db, 'SELECT * FROM person_words WHERE taken_back_at IS NULL ORDER BY id');
  return rows.all().map(toWord);
}

/** Null lets it count again. */
export function setTakenBack(db: WritableDb, id: number, takenBackAt: number | null): void {
  statement<[number | null, number]>(db, 'UPDATE person_words SET taken_back_at = ? WHERE id = ?').run(takenBackAt, id);
}

function toWord({ id, word, these, those, said_at: saidAt }: Row): PersonWord {
  return { id, word, these: JSON.parse(these) as string[], those: JSON.parse(those) as string[], saidAt };
}
