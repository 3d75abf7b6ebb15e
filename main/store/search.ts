/** Full-text search, newest first. */
import type { SearchPage } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import type { Lane } from '#core/triage/vocabulary.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type ReadableDb, statement } from './database.ts';
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from './message-summaries.ts';
import { searchExpression } from './search-query.ts';

interface Row extends SummaryRow {
  readonly person_id: PersonId;
  readonly lane: Lane | null;
}

/**
 * Rowids grow with the date, so the index is read from its newest end and only as far as the page.
 *
 * Exported for the test that reads its query plan.
 */
export const SEARCH_SQL = `SELECT ${SUMMARY_COLUMNS}, p.person_id, m.lane
  FROM (SELECT rowid FROM message_search WHERE message_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?) hit
  CROSS JOIN messages m ON m.id = hit.rowid
  CROSS JOIN addresses p ON p.id = m.address_id
  ORDER BY m.id DESC`;

export function searchMessages(
  db: ReadableDb,
  { query, cursor, limit }: { readonly query: string; readonly cursor?: string | undefined; readonly limit: number },
): SearchPage {
  const expression = searchExpression(query);
  if (expression === undefined) return { items: [] };
  const [before = Number.MAX_SAFE_INTEGER] = cursor === undefined ? [] : readCursor(cursor, 1);
  const rows = statement<[string, number, number], Row>(db, SEARCH_SQL).all(expression, before, limit + 1);
  const items = rows.slice(0, limit).map((row) => ({
    ...toSummary(row),
    personId: row.person_id,
    ...(row.lane === null ? {} : { lane: row.lane }),
  }));
  const last = items.at(-1);
  return rows.length > limit && last ? { items, nextCursor: writeCursor([last.id]) } : { items };
}
