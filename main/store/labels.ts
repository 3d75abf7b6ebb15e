/** Gmail labels of stored messages, and what lists need to know of them. */
import type { Direction, MessageRowId } from '#core/mail/message.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';

/** The columns that follow from labels. */
export function flagsOf(
  labels: readonly string[],
  direction: Direction,
): { readonly inInbox: 0 | 1; readonly unread: 0 | 1 } {
  const hidden = labels.includes('SPAM') || labels.includes('TRASH');
  const inInbox = direction === 'received' && labels.includes('INBOX') && !hidden;
  return { inInbox: inInbox ? 1 : 0, unread: labels.includes('UNREAD') ? 1 : 0 };
}

export function getLabels(db: ReadableDb, id: MessageRowId): readonly string[] | undefined {
  const labels = statement<[number], string>(db, 'SELECT labels FROM messages WHERE id = ?').pluck().get(id);
  return labels === undefined ? undefined : (JSON.parse(labels) as string[]);
}

/** Replaces all labels of a message: what Gmail says now. Unknown ids are left alone. */
export function setLabels(db: WritableDb, id: MessageRowId, labels: readonly string[]): void {
  const direction = statement<[number], Direction>(db, 'SELECT direction FROM messages WHERE id = ?').pluck().get(id);
  if (direction === undefined) return;
  const { inInbox, unread } = flagsOf(labels, direction);
  statement<[string, number, number, number]>(
    db,
    'UPDATE messages SET labels = ?, in_inbox = ?, unread = ? WHERE id = ?',
  ).run(JSON.stringify(labels), inInbox, unread, id);
}

/** Adds and removes labels of many messages in one transaction; answers with the messages that this changed. */
export function changeLabels(
  db: WritableDb,
  ids: readonly MessageRowId[],
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): readonly MessageRowId[] {
  const { add = [], remove = [] } = change;
  return inTransaction(db, () =>
    ids.filter((id) => {
      const labels = getLabels(db, id);
      if (!labels) return false;
      const changed = [...new Set([...labels.filter((label) => !remove.includes(label)), ...add])];
      if (changed.length === labels.length && changed.every((label) => labels.includes(label))) return false;
      setLabels(db, id, changed);
      return true;
    }),
  );
}

/** Ids of the user's own labels that Gmail did not name when messages with them were brought. */
export function listUnnamedLabels(db: ReadableDb): readonly string[] {
  return statement<[], string>(
    db,
    `SELECT DISTINCT label.value FROM messages m, json_each(m.labels) label
      WHERE m.labels LIKE '%"Label\\_%' ESCAPE '\\' AND label.value GLOB 'Label_*' ORDER BY label.value`,
  )
    .pluck()
    .all();
}
