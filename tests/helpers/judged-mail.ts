/** A small mailbox read and judged in its order, as the engine does it: for tests of labels, facts and advice. */
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage, MessageRowId, ThreadRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { readSignals } from '#core/outreach/read-signals.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import { assess } from '#core/triage/assess.ts';
import type { TriageMessage } from '#core/triage/triage-message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { aMessage, anAddress, anOwner, aSentMessage, START_AT } from './builders.ts';

const DAY_MS = 86_400_000;

/** What each received message was found to be, by Message-ID. */
export function judgeMail(
  messages: readonly IncomingMessage[],
  owner: Owner = anOwner(),
): ReadonlyMap<string, Assessment> {
  const correspondence = createCorrespondence(owner, []);
  const own = new Set(owner.addresses.map((address) => mailboxKey(address)));
  const threads = new Map<string, number>();
  const verdicts = new Map<string, Assessment>();
  for (const [index, message] of messages.toSorted((a, b) => a.receivedAt - b.receivedAt).entries()) {
    const direction = own.has(mailboxKey(message.from.address)) ? 'sent' : 'received';
    const parents = [message.inReplyTo, ...message.references];
    const threadId =
      parents.map((parent) => threads.get(parent ?? '')).find((found) => found !== undefined) ?? index + 1;
    threads.set(message.messageId, threadId);
    const {
      text: _text,
      quoted: _quoted,
      html: _html,
      defects: _defects,
      gmailId: _id,
      gmailThreadId: _thread,
      sentAt: _sentAt,
      ...light
    } = message;
    const triaged: TriageMessage = {
      ...light,
      id: (index + 1) as MessageRowId,
      threadId: threadId as ThreadRowId,
      direction,
      signals: readSignals(message, direction, owner),
    };
    const verdict = direction === 'received' ? assess(triaged, correspondence) : undefined;
    if (verdict) verdicts.set(message.messageId, verdict);
    correspondence.observe(triaged, verdict?.labels ?? []);
  }
  return verdicts;
}

/** The verdict on the last message given. */
export function judgeLast(messages: readonly IncomingMessage[], owner: Owner = anOwner()): Assessment {
  const last = messages.at(-1);
  const verdict = last === undefined ? undefined : judgeMail(messages, owner).get(last.messageId);
  if (!verdict) throw new Error('the last message given must be a received one');
  return verdict;
}

/** A received message by `'Ann Lee <ann@lee.example>'`. `day` counts from the start of every test mailbox. */
export function from(
  writer: string,
  subject: string,
  text: string,
  day: number,
  differing: Partial<IncomingMessage> = {},
): IncomingMessage {
  return aMessage({ from: anAddress(writer), subject, text, receivedAt: START_AT + day * DAY_MS, ...differing });
}

/** A message that the owner wrote. */
export function to(
  reader: string,
  subject: string,
  text: string,
  day: number,
  differing: Partial<IncomingMessage> = {},
): IncomingMessage {
  return aSentMessage({ to: [anAddress(reader)], subject, text, receivedAt: START_AT + day * DAY_MS, ...differing });
}

/** An answer to `message`, in its thread. */
export function answering(message: IncomingMessage): Pick<IncomingMessage, 'inReplyTo' | 'references'> {
  return { inReplyTo: message.messageId, references: [...message.references, message.messageId] };
}

/** Years of mail both ways with somebody, ending on day −10. */
export function friendship(friend: string, exchanges = 4): readonly IncomingMessage[] {
  return Array.from({ length: exchanges }, (_, index) => {
    const day = -400 + index * 90;
    const letter = from(friend, `Sunday ${index}`, 'The soup is on at one. Bring the big pot back, will you?', day);
    return [
      letter,
      to(friend, `Re: Sunday ${index}`, 'I will, and a loaf as well. See you at one.', day + 1, answering(letter)),
    ];
  }).flat();
}
