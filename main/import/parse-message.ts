/** One found message → what the store takes. */
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { directionOf } from '#main/store/direction.ts';
import { type PreparedMessage, prepareMessage } from '#main/store/prepared-message.ts';
import { readMessage } from './mime/read-message.ts';
import type { ParsedMessage } from './parsed-batch.ts';
import { type FoundMessage, loadMessage, type RawMessage } from './sources/raw-message.ts';

/** Never rejects: a file that cannot be read becomes a defect. */
export async function parseMessage(found: FoundMessage, owner: Owner): Promise<ParsedMessage> {
  const { path, offset, position } = found;
  let raw: RawMessage;
  try {
    raw = loadMessage(found);
  } catch (error) {
    return {
      path,
      offset,
      position,
      messageId: '',
      defects: [`cannot be read: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  const message = await readMessage(raw);
  const { messageId, defects } = message;
  if (message.labels.includes('DRAFT') || message.labels.includes('CHAT'))
    return { path, offset, position, messageId, defects: [] };
  return { path, offset, position, messageId, prepared: prepare(message, owner), defects };
}

function prepare(message: IncomingMessage, owner: Owner): PreparedMessage {
  const ownerKeys = new Set(owner.addresses.map(mailboxKey));
  const direction = directionOf(message, ownerKeys);
  return prepareMessage(message, direction, readSignals(message, direction, owner));
}
