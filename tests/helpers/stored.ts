/** Messages brought into a test's store the way the app brings them. */
import type { AccountView } from '#core/contract/views.ts';
import { mailboxKey } from '#core/mail/address.ts';
import type { AccountId, IncomingMessage, MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { upsertAccount } from '#main/store/accounts.ts';
import type { WritableDb } from '#main/store/database.ts';
import { directionOf } from '#main/store/direction.ts';
import { insertMessages } from '#main/store/insert-messages.ts';
import { prepareMessage, type PreparedMessage } from '#main/store/prepared-message.ts';
import { anOwner } from './builders.ts';

export function anAccount(db: WritableDb, kind: AccountView['kind'] = 'import', address = 'mail.mbox'): AccountId {
  return upsertAccount(db, kind, address, 0);
}

export function prepared(message: IncomingMessage, owner: Owner = anOwner()): PreparedMessage {
  const direction = directionOf(message, new Set(owner.addresses.map(mailboxKey)));
  return prepareMessage(message, direction, readSignals(message, direction, owner));
}

/** Inserts one batch; answers with the row ids of what was new, in the order given. */
export function stored(
  db: WritableDb,
  messages: readonly IncomingMessage[],
  account: AccountId = anAccount(db),
): readonly MessageRowId[] {
  return insertMessages(
    db,
    account,
    messages.map((message) => prepared(message)),
  ).added;
}
