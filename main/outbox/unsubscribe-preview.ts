/** What unsubscribing would do, before it is done. */
import type { UnsubscribeOffer } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';
import { bySender } from './plan-action.ts';
import { offerOf } from './plan-leaving.ts';

/** An offer a sender; messages that are gone are left out. */
export function previewUnsubscribe(db: ReadableDb, ids: readonly MessageRowId[]): readonly UnsubscribeOffer[] {
  const messages = ids.map((id) => getTriageMessage(db, id)).filter((message) => message !== undefined);
  return bySender(messages).flatMap((group) => (group[0] ? [offerOf(group, group[0], db)] : []));
}
