/** What was read out of each message alone. */
import type { MessageRowId } from '#core/mail/message.ts';
import type { Signals } from '#core/outreach/signals.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

/** False where the same was stored before. */
export function updateSignals(db: WritableDb, id: MessageRowId, signals: Signals): boolean {
  const update = statement<{ id: number; version: number; signals: string }>(
    db,
    'UPDATE signals SET version = @version, signals = @signals WHERE message_id = @id AND signals <> @signals',
  );
  return update.run({ id, version: signals.version, signals: JSON.stringify(signals) }).changes === 1;
}

/** The next messages after a row id, in order. */
export function listToReread(db: ReadableDb, after: number, limit: number): readonly MessageRowId[] {
  return statement<[number, number], MessageRowId>(
    db,
    'SELECT message_id FROM signals WHERE message_id > ? ORDER BY message_id LIMIT ?',
  )
    .pluck()
    .all(after, limit);
}
