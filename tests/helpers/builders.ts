/** Messages, owners and readings with full defaults, so that a test names only what it is about. */
import type { Address } from '#core/mail/address.ts';
import type { IncomingMessage, MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { SIGNALS_VERSION, type Signals } from '#core/outreach/signals.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';

/** The owner's address in every builder. */
export const OWNER_ADDRESS = 'olive@owner.example';

/** 2026-03-02 09:00 UTC; `aMessage` counts minutes from here. */
export const START_AT = Date.UTC(2026, 2, 2, 9);

let serial = 0;

/** A test file has the same messages whichever files ran before it in the same process. */
export function numberMessagesFromOne(): void {
  serial = 0;
}

/** `'Ann Lee <ann@lee.example>'` or `'ann@lee.example'`. */
export function anAddress(written: string): Address {
  const match = /^(.*?)\s*<([^>]*)>$/.exec(written);
  if (!match) return { name: '', address: written.toLowerCase() };
  return { name: match[1] ?? '', address: (match[2] ?? '').toLowerCase() };
}

/** A received message from Ann to the owner; each call is another message, a minute later than the one before. */
export function aMessage(differing: Partial<IncomingMessage> = {}): IncomingMessage {
  serial += 1;
  const receivedAt = differing.receivedAt ?? START_AT + serial * 60_000;
  return {
    messageId: `<m${serial}@lee.example>`,
    references: [],
    from: anAddress('Ann Lee <ann@lee.example>'),
    replyTo: [],
    to: [anAddress(`Olive Owner <${OWNER_ADDRESS}>`)],
    cc: [],
    bcc: [],
    deliveredTo: [OWNER_ADDRESS],
    subject: `Lunch ${serial}`,
    receivedAt,
    sentAt: receivedAt - 2000,
    headers: {},
    labels: ['INBOX', 'UNREAD'],
    text: `Shall we have lunch on day ${serial}?`,
    quoted: '',
    attachments: [],
    sizeBytes: 1200,
    defects: [],
    ...differing,
  };
}

/** A message that the owner wrote to Ann. */
export function aSentMessage(differing: Partial<IncomingMessage> = {}): IncomingMessage {
  return aMessage({
    from: anAddress(`Olive Owner <${OWNER_ADDRESS}>`),
    to: [anAddress('Ann Lee <ann@lee.example>')],
    deliveredTo: [],
    labels: ['SENT'],
    ...differing,
  });
}

export function anOwner(differing: Partial<Owner> = {}): Owner {
  return { ...UNKNOWN_OWNER, addresses: [OWNER_ADDRESS], name: 'Olive Owner', ...differing };
}

/** A reading that found nothing. */
export function someSignals(differing: Partial<Signals> = {}): Signals {
  return {
    version: SIGNALS_VERSION,
    language: 'en',
    automated: false,
    bulk: false,
    mentions: [],
    sketch: '',
    found: [],
    entities: {},
    ...differing,
  };
}

/** What the record and the verdicts see of `aMessage`. */
export function aTriageMessage(differing: Partial<TriageMessage> = {}): TriageMessage {
  const message = aMessage();
  return {
    id: serial as MessageRowId,
    messageId: message.messageId,
    threadId: serial as ThreadRowId,
    direction: 'received',
    from: message.from,
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    deliveredTo: message.deliveredTo,
    references: message.references,
    subject: message.subject,
    receivedAt: message.receivedAt,
    headers: message.headers,
    labels: message.labels,
    attachments: message.attachments,
    sizeBytes: message.sizeBytes,
    signals: someSignals(),
    ...differing,
  };
}

/** What the record and the verdicts see of `aSentMessage`. */
export function aSentTriageMessage(differing: Partial<TriageMessage> = {}): TriageMessage {
  const { from, to, deliveredTo, labels } = aSentMessage();
  return aTriageMessage({ direction: 'sent', from, to, deliveredTo, labels, ...differing });
}

export function anAssessment(differing: Partial<Assessment> = {}): Assessment {
  return {
    lane: 'stranger',
    labels: [],
    facts: {},
    advice: 'none',
    adviceReason: 'Nothing is asked of you.',
    strength: 0,
    why: [{ text: 'No earlier mail with this person.', messageIds: [] }],
    ...differing,
  };
}
