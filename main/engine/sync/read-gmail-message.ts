/** A message as Gmail gave it → what the store takes: the same reading as for files, with Gmail's word on what only it knows. */
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import type { RawGmailMessage } from '#main/gmail/gmail-client.ts';
import { readMessage } from '#main/import/mime/read-message.ts';
import { directionOf } from '#main/store/direction.ts';
import { type PreparedMessage, prepareMessage } from '#main/store/prepared-message.ts';

/** A message without the octets of its source. */
export interface GmailMail {
  readonly message: IncomingMessage;
  /** Gmail's ids; the store keeps names. */
  readonly labelIds: readonly string[];
}

/** Undefined for drafts and chats, which are never stored. Never throws. */
export async function readGmailMessage(raw: RawGmailMessage): Promise<GmailMail | undefined> {
  const { labelIds } = raw;
  if (labelIds.includes('DRAFT') || labelIds.includes('CHAT')) return undefined;
  const read = await readMessage({
    path: '',
    offset: 0,
    position: 0,
    bytes: raw.bytes,
    sizeBytes: raw.bytes.length,
    labels: [],
    defects: [],
  });
  // Labels, ids and time come from Gmail alone: a sender may write X-Gmail-Labels or X-GM-THRID into his mail.
  const message: IncomingMessage = {
    ...read,
    gmailId: raw.gmailId,
    gmailThreadId: raw.gmailThreadId,
    receivedAt: raw.receivedAt > 0 ? raw.receivedAt : read.receivedAt,
  };
  return { message, labelIds };
}

/** `labels` are as the store keeps them. */
export function prepareGmailMessage({ message }: GmailMail, labels: readonly string[], owner: Owner): PreparedMessage {
  const labelled = { ...message, labels };
  const direction = directionOf(labelled, new Set(owner.addresses.map(mailboxKey)));
  return prepareMessage(labelled, direction, readSignals(labelled, direction, owner));
}
