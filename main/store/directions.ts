/** Corrects who wrote what, once the owner's addresses are known. */
import type { Direction, MessageRowId } from '#core/mail/message.ts';
import { mailboxKey } from '#core/mail/address.ts';
import { deleteAssessment } from './assessments.ts';
import { inTransaction, statement, type WritableDb } from './database.ts';
import { directionOf } from './direction.ts';
import { insertRecipients } from './insert-messages.ts';
import { setLabels } from './labels.ts';
import { type Envelope, recipientsOf } from './prepared-message.ts';

interface Row {
  readonly id: MessageRowId;
  readonly direction: Direction;
  readonly from_address: string;
  readonly labels: string;
}

/**
 * Goes over the next messages after a row id in one transaction; answers with the last one, undefined at the end.
 *
 * A message whose direction changes loses its verdict.
 */
export function correctDirections(
  db: WritableDb,
  ownerAddresses: readonly string[],
  after: number,
  limit: number,
): MessageRowId | undefined {
  const ownerKeys = new Set(ownerAddresses.map(mailboxKey));
  return inTransaction(db, () => {
    const rows = statement<[number, number], Row>(
      db,
      'SELECT id, direction, from_address, labels FROM messages WHERE id > ? ORDER BY id LIMIT ?',
    ).all(after, limit);
    for (const { id, direction, from_address: address, labels } of rows) {
      const parsed = JSON.parse(labels) as string[];
      const right = directionOf({ from: { name: '', address }, labels: parsed }, ownerKeys);
      if (right !== direction) setDirection(db, id, right, parsed);
    }
    return rows.at(-1)?.id;
  });
}

function setDirection(db: WritableDb, id: MessageRowId, direction: Direction, labels: readonly string[]): void {
  statement<[Direction, number]>(db, 'UPDATE messages SET direction = ? WHERE id = ?').run(direction, id);
  setLabels(db, id, labels);
  deleteAssessment(db, id);
  if (direction === 'received') {
    statement<[number]>(db, 'DELETE FROM recipients WHERE message_id = ?').run(id);
    return;
  }
  const envelope = statement<[number], string>(db, 'SELECT envelope FROM envelopes WHERE message_id = ?')
    .pluck()
    .get(id);
  if (envelope !== undefined) insertRecipients(db, id, recipientsOf(JSON.parse(envelope) as Envelope));
}
