/** How far back the record goes: what a "never" rests on. */
import type { Coverage } from '#core/contract/views.ts';
import { monthInWords } from '#core/relationship/dates-in-words.ts';
import { isRecordComplete } from './accounts.ts';
import { type ReadableDb, statement } from './database.ts';
import { firstRowIdAt } from './row-id.ts';
import { FIRST_MAIL_AT } from '#core/relationship/dates-in-words.ts';

export function getCoverage(db: ReadableDb): Coverage {
  const since = firstRowIdAt(FIRST_MAIL_AT);
  const received = statement<[number], number>(
    db,
    `SELECT received_at FROM messages WHERE id >= ? AND direction = 'received' ORDER BY id LIMIT 1`,
  );
  const sent = statement<[number], number>(
    db,
    `SELECT received_at FROM messages WHERE id >= ? AND direction = 'sent' ORDER BY id LIMIT 1`,
  );
  const receivedSince = received.pluck().get(since);
  const sentSince = sent.pluck().get(since);
  const messageCount = countMessages(db);
  const complete = messageCount > 0 && isRecordComplete(db);
  const earliest = Math.min(receivedSince ?? Number.POSITIVE_INFINITY, sentSince ?? Number.POSITIVE_INFINITY);
  return {
    ...(receivedSince === undefined ? {} : { receivedSince }),
    ...(sentSince === undefined ? {} : { sentSince }),
    messageCount,
    complete,
    text: Number.isFinite(earliest)
      ? `Your record goes back to ${monthInWords(earliest)} (${complete ? 'complete' : 'older mail is still to come'}).`
      : 'Your record is empty.',
  };
}

export function countMessages(db: ReadableDb): number {
  return statement<[], number>(db, 'SELECT count(*) FROM messages').pluck().get() ?? 0;
}
