/** What each action changes on its messages here, in the same moment as the key is pressed, and how that is taken back. */
import type { OutboxItem } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { WritableDb } from '#main/store/database.ts';
import { changeLabels, getLabels } from '#main/store/labels.ts';
import type { LocalChange } from '#main/store/outbox.ts';

export interface LabelDelta {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const DEALT_WITH: LabelDelta = { add: [], remove: ['INBOX', 'UNREAD'] };

/**
 * Labels by action. An answered message leaves the inbox: its answer, if any, comes back by itself.
 *
 * Blocked mail goes to the trash as the filter will do with what comes (trash at most: nothing is deleted for good).
 */
export const LABEL_DELTAS: Readonly<Record<OutboxItem['kind'], LabelDelta>> = {
  'how-we-know': DEALT_WITH,
  decline: DEALT_WITH,
  remove: DEALT_WITH,
  reply: DEALT_WITH,
  'do-not-engage': DEALT_WITH,
  unsubscribe: DEALT_WITH,
  archive: { add: [], remove: ['INBOX'] },
  spam: { add: ['SPAM'], remove: ['INBOX'] },
  block: { add: ['TRASH'], remove: ['INBOX'] },
  'mark-read': { add: [], remove: ['UNREAD'] },
};

/** Changes the messages; what was really added and removed is what an undo has to take back. */
export function changeHere(
  db: WritableDb,
  messageIds: readonly MessageRowId[],
  { add, remove }: LabelDelta,
): readonly LocalChange[] {
  const changes = messageIds.map((messageId) => {
    const labels = getLabels(db, messageId) ?? [];
    return {
      messageId,
      added: add.filter((label) => !labels.includes(label)),
      removed: remove.filter((label) => labels.includes(label)),
    };
  });
  changeLabels(db, messageIds, { add, remove });
  return changes;
}

export function takeBackHere(db: WritableDb, changes: readonly LocalChange[]): void {
  for (const { messageId, added, removed } of changes) changeLabels(db, [messageId], { add: removed, remove: added });
}
