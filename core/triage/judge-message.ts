/**
 * Judges a message with everything the user ever said: of its sender, of its labels, and of messages like it.
 *
 * The one way to a verdict for the engine: judging on arrival, judging again, and looking ahead at what a correction would
 * change. Pure; a message about which nothing was said is judged as `assess` judges it, at no cost.
 */
import { mailboxKey } from '../mail/address.ts';
import type { Adaptation } from '../outreach/model/adaptation.ts';
import type { Correspondence } from '../relationship/correspondence.ts';
import { assess } from './assess.ts';
import type { LabelWords } from './corrections.ts';
import { LABEL_WORDS } from './label-words.ts';
import type { TriageMessage } from './triage-message.ts';
import { withUsersWord } from './users-word.ts';
import type { Assessment, Label, Reason } from './vocabulary.ts';

/** What the user said of labels; the word on people is with the record. */
export interface UsersWords {
  readonly labels: (message: TriageMessage) => LabelWords;
  readonly adaptation: Adaptation;
}

/** Call before `earlier.observe(message, …)`, in order of `receivedAt`. */
export function judgeMessage(message: TriageMessage, earlier: Correspondence, users: UsersWords): Assessment {
  const words = users.labels(message);
  const adapted = users.adaptation.adapt(mailboxKey(message.from.address), message.signals);
  const plain = assess(message, earlier, words);
  const judged =
    adapted === undefined
      ? plain
      : becauseOf(plain, assess({ ...message, signals: adapted.signals }, earlier, words), adapted.because);
  const verdict = earlier.verdict(message.from.address);
  return verdict === undefined ? judged : withUsersWord(judged, verdict);
}

/** Says what the user's corrections of other mail have changed, and which mail that was. */
function becauseOf(plain: Assessment, adapted: Assessment, because: readonly string[]): Assessment {
  const gone = plain.labels.filter((label) => !adapted.labels.includes(label));
  const come = adapted.labels.filter((label) => !plain.labels.includes(label));
  if (gone.length + come.length === 0 && plain.lane === adapted.lane && plain.advice === adapted.advice) return plain;
  const changes = [
    come.length > 0 ? `made it ${inWords(come)}` : '',
    gone.length > 0 ? `took ${inWords(gone)} away` : '',
  ].filter((change) => change !== '');
  const change = changes.length === 0 ? 'moved it' : changes.join(' and ');
  const reason: Reason = {
    text: `Your correction of a message like this ${change}`,
    messageIds: because,
    ...(come[0] === undefined ? {} : { label: come[0] }),
  };
  return { ...adapted, why: [reason, ...adapted.why] };
}

function inWords(labels: readonly Label[]): string {
  return labels.map((label) => `“${LABEL_WORDS[label]}”`).join(' and ');
}
