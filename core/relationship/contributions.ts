/** The strength of a tie with its parts in words, and the messages they rest on. */
import type { Verdict } from '../contract/views.ts';
import type { Strength } from './correspondence.ts';
import { counted, dayInWords, isPlausibleTime, timesInWords } from './dates-in-words.ts';
import type { Interaction, Ledger } from './ledger.ts';
import { isKnown } from './people.ts';
import { probeInWords, type Probed } from './probe.ts';
import {
  lastInTouchAt,
  strengthParts,
  type StrengthPart,
  strengthValue,
  type StrengthWeights,
  tieCounts,
} from './strength.ts';

export interface Tie {
  readonly ledger: Ledger;
  readonly interactions: readonly Interaction[];
  readonly verdict: Verdict | undefined;
  /** Somebody else at their firm with two-way mail. */
  readonly colleague: string | undefined;
  /** Share of those who write from their firm with whom the owner has two-way mail. */
  readonly firmShare: number;
  readonly vouchedBy: { readonly name: string; readonly messageIds: readonly string[] } | undefined;
  readonly circle: string | undefined;
  readonly probed: Probed | undefined;
}

/** Latest messages named with a contribution, and how far back they are looked for. */
const MESSAGES_NAMED = 5;
const INTERACTIONS_READ = 400;

export function strengthOf(
  tie: Tie,
  asOf: number,
  weights: StrengthWeights,
): Pick<Strength, 'value' | 'contributions'> {
  if (tie.verdict !== undefined) return judged(tie.verdict);
  const { introduction } = tie.ledger;
  const parts = strengthParts(
    tieCounts(tie.ledger, asOf, tie.probed),
    {
      introduced: introduction?.introducer?.inWords === true,
      copiedIn: introduction?.introducer?.inWords === false,
      firm: tie.firmShare,
      vouched: tie.vouchedBy !== undefined,
      circle: tie.circle !== undefined,
    },
    weights,
  );
  const sum = parts.reduce((total, [, part]) => total + part, 0);
  const value = strengthValue(sum);
  const contributions = parts
    .map(([name, part]) => ({ name, points: (value * part) / sum, reason: reasonFor(name, tie) }))
    .sort((a, b) => b.points - a.points);
  return { value, contributions };
}

function judged(verdict: Verdict): Pick<Strength, 'value' | 'contributions'> {
  const known = verdict === 'known';
  const text = known ? 'You said that you know them' : 'You said that you do not know them';
  return {
    value: known ? 100 : 0,
    contributions: [{ name: 'your-word', points: known ? 100 : 0, reason: { text, messageIds: [] } }],
  };
}

function reasonFor(part: StrengthPart, tie: Tie): { readonly text: string; readonly messageIds: readonly string[] } {
  const { ledger, interactions, colleague, vouchedBy, circle } = tie;
  const { sentCount, receivedCount, unansweredCount, introduction, lastSentAt } = ledger;
  const unfetched = probeInWords(ledger, tie.probed);
  const introducer = introduction?.introducer?.name || introduction?.introducer?.address || 'somebody you know';
  const introducedIn = introduction ? [introduction.messageId] : [];
  switch (part) {
    case 'lately':
      return {
        text: `You last wrote${lastSentAt !== undefined && isPlausibleTime(lastSentAt) ? ` on ${dayInWords(lastSentAt)}` : ''}`,
        messageIds: latest(interactions, 'sent'),
      };
    case 'inTouch': {
      const at = lastInTouchAt(ledger);
      const last = interactions.slice(-INTERACTIONS_READ).findLast((one) => one.at === at);
      return {
        text: isPlausibleTime(at) ? `Last in touch on ${dayInWords(at)}` : 'You have been in touch',
        messageIds: last ? [last.messageId] : [],
      };
    }
    case 'exchange':
      return {
        text: `You both wrote over time: you ${timesInWords(sentCount)}, they ${timesInWords(receivedCount)}`,
        messageIds: latest(interactions, 'sent'),
      };
    case 'wroteBack':
      return {
        text:
          sentCount === 0 && unfetched !== undefined
            ? unfetched
            : unansweredCount > 2
              ? `You wrote to them; ${counted(unansweredCount, 'message', 'messages')} since without an answer`
              : 'You wrote to them',
        messageIds: latest(interactions, 'sent'),
      };
    case 'twoWay':
      return {
        text: isKnown(ledger) ? 'Each of you wrote more than once' : (unfetched ?? 'Each of you wrote more than once'),
        messageIds: latest(interactions, 'received'),
      };
    case 'heard':
      return {
        text: receivedCount > 0 ? `They wrote ${timesInWords(receivedCount)}` : 'Others wrote to you both',
        messageIds: latest(interactions, receivedCount > 0 ? 'received' : 'company'),
      };
    case 'introduced':
      return { text: `Introduced by ${introducer}`, messageIds: introducedIn };
    case 'copiedIn':
      return { text: `${introducer} copied them in`, messageIds: introducedIn };
    case 'firm':
      return { text: `You know ${colleague ?? 'somebody'} at the same firm`, messageIds: [] };
    case 'vouched':
      return { text: `Names ${vouchedBy?.name ?? 'somebody'}, whom you know`, messageIds: vouchedBy?.messageIds ?? [] };
    case 'circle':
      return { text: `Explains the tie through ${circle ?? 'a circle of yours'}`, messageIds: [] };
  }
}

function latest(interactions: readonly Interaction[], kind: Interaction['kind']): readonly string[] {
  const found: string[] = [];
  const first = Math.max(0, interactions.length - INTERACTIONS_READ);
  for (let index = interactions.length - 1; index >= first && found.length < MESSAGES_NAMED; index -= 1) {
    const interaction = interactions[index];
    if (interaction?.kind === kind) found.push(interaction.messageId);
  }
  return found.reverse();
}
