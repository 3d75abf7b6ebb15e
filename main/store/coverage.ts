/** How far back the record goes: what a "never" rests on. */
import type { Coverage } from '#core/contract/views.ts';
import { isRecordComplete } from './accounts.ts';
import { type ReadableDb, statement } from './database.ts';
import { firstRowIdAt } from './row-id.ts';
import { FIRST_MAIL_AT, reachInWords } from '#core/relationship/dates-in-words.ts';

export function getCoverage(db: ReadableDb): Coverage {
  const first = firstRowIdAt(FIRST_MAIL_AT);
  const received = statement<[number], number>(
    db,
    `SELECT received_at FROM messages WHERE id >= ? AND direction = 'received' ORDER BY id LIMIT 1`,
  );
  const sent = statement<[number], number>(
    db,
    `SELECT received_at FROM messages WHERE id >= ? AND direction = 'sent' ORDER BY id LIMIT 1`,
  );
  const receivedSince = received.pluck().get(first);
  const sentSince = sent.pluck().get(first);
  const messageCount = countMessages(db);
  const complete = messageCount > 0 && isRecordComplete(db);
  const since = {
    ...(receivedSince === undefined ? {} : { receivedSince }),
    ...(sentSince === undefined ? {} : { sentSince }),
  };
  const reach = reachInWords(since, complete);
  const more = complete ? '' : '; older mail is still to come';
  return {
    ...since,
    messageCount,
    complete,
    text: reach === undefined ? 'Your record is empty.' : `Your record goes back to ${reach}${more}.`,
  };
}

export function countMessages(db: ReadableDb): number {
  return statement<[], number>(db, 'SELECT count(*) FROM messages').pluck().get() ?? 0;
}
