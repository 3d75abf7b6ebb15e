/** Who brought whom to the owner: strangers whom a correspondent copies in, with the words of an introduction or without. */
import type { TriageMessage } from '../triage/triage-message.ts';
import type { Label } from '../triage/vocabulary.ts';
import { isKnown, type Mailbox, type People, hasRecord, nameOf } from './people.ts';

/** A message to more other people than this introduces nobody. */
const MOST_INTRODUCED = 4;
/** Without words, only a message to very few brings people together. */
const MOST_COPIED_IN = 2;

/** The label is the verdict on the whole message; the signal is what its words alone say. */
function saysSo({ signals }: TriageMessage, labels: readonly Label[]): boolean {
  return (
    labels.includes('introduction') ||
    signals.found.some(({ kind, strength }) => kind === 'introduces' && strength >= 0.6)
  );
}

/**
 * Records the strangers that a received message introduces; call before the message itself is recorded.
 *
 * In words, by anybody with mail both ways; by merely being copied in, by somebody known only. One stranger cannot vouch for
 * another.
 */
export function recordIntroductions(
  message: TriageMessage,
  labels: readonly Label[],
  introducer: Mailbox,
  people: People,
): void {
  const { ledger } = introducer.person;
  if (message.signals.bulk || ledger.sentCount === 0 || ledger.receivedCount === 0) return;
  const inWords = saysSo(message, labels);
  if (!inWords && !isKnown(ledger)) return;
  const others = [...message.to, ...message.cc]
    .filter(({ address }) => address !== '')
    .map(({ address, name }) => ({ address, name, mailbox: people.meet(address) }))
    .filter(({ mailbox }) => !mailbox.own);
  if (others.length > (inWords ? MOST_INTRODUCED : MOST_COPIED_IN)) return;
  for (const { address, name, mailbox } of others) {
    if (mailbox.person === introducer.person || hasRecord(mailbox.person.ledger)) continue;
    people.learnSpelling(mailbox, address, name);
    people.record(mailbox, {
      kind: 'introduced',
      at: message.receivedAt,
      messageId: message.messageId,
      place: 'to',
      recipientCount: 1,
      opensThread: false,
      completesThread: false,
      answerMs: undefined,
      introducer: { address: message.from.address, name: nameOf(introducer.person) || message.from.name, inWords },
    });
  }
}
