/** What the owner calls himself or herself. */
import { type ReadableDb, statement } from './database.ts';

/** Letters that are looked at: names change, by marriage for one. */
const LATEST_SENT = 500;

/** The name in most of the newest sent mail, the later one of two; undefined where none of it has a name. */
export function mostUsedOwnName(db: ReadableDb): string | undefined {
  const name = statement<[], string>(
    db,
    `SELECT from_name FROM (
        SELECT id, from_name FROM messages WHERE direction = 'sent' ORDER BY id DESC LIMIT ${LATEST_SENT})
      WHERE from_name <> '' AND from_name NOT LIKE '%@%'
      GROUP BY from_name ORDER BY count(*) DESC, max(id) DESC LIMIT 1`,
  );
  return name.pluck().get();
}
