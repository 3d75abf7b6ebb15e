/** Strength of a tie, 0–100: a sum of contributions, each in words (docs/ranking.md). */
import type { Verdict } from '../contract/views.ts';
import type { Strength } from './correspondence.ts';
import { counted, dayInWords, isPlausibleTime, timesInWords } from './dates-in-words.ts';
import type { Ledger } from './ledger.ts';

type Contribution = Strength['contributions'][number];

export interface Tie {
  readonly ledger: Ledger;
  /** Name of somebody else at the person's firm with two-way mail. */
  readonly colleague?: string;
  readonly verdict?: Verdict;
}

const saturating = (amount: number, scale: number): number => 1 - Math.exp(-amount / scale);

export function strengthOf(tie: Tie, asOf: number): Strength {
  if (tie.verdict !== undefined) return judged(tie.verdict);
  const { ledger } = tie;
  const contributions: Contribution[] = [];
  const add = (name: string, points: number, text: string, messageIds: readonly string[] = []): void => {
    if (Math.abs(points) >= 0.05) contributions.push({ name, points, reason: { text, messageIds } });
  };
  const { sentCount, receivedCount, sharedThreadCount, unansweredCount } = ledger;
  add('written', 35 * saturating(sentCount, 4), `You wrote ${timesInWords(sentCount)}`);
  add('written-lately', 20 * saturating(ledger.sent[30].read(asOf), 1), lastWritten(ledger));
  add(
    'written-over-years',
    10 * saturating(ledger.sent[1460].read(asOf), 4),
    'You have written to them over the years',
  );
  add('received', (sentCount > 0 ? 15 : 4) * saturating(receivedCount, 4), `They wrote ${timesInWords(receivedCount)}`);
  add(
    'threads',
    10 * saturating(sharedThreadCount, 2),
    `You both wrote in ${counted(sharedThreadCount, 'conversation', 'conversations')}`,
  );
  if (ledger.introduction)
    add('introduced', 14, `Introduced by ${ledger.introduction.introducer?.name ?? 'a contact'}`, [
      ledger.introduction.messageId,
    ]);
  if (tie.colleague !== undefined) add('firm', 8, `You know ${tie.colleague} at the same domain`);
  const unrequited = Math.max(0, unansweredCount - 2 - sentCount);
  add(
    'unanswered',
    -15 * saturating(unrequited, 4),
    `${counted(unansweredCount, 'message has', 'messages have')} come since you last wrote`,
  );
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return {
    value: Math.min(100, Math.max(0, sum)),
    contributions: contributions.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    likelyToAnswer: likelyToAnswer(ledger, asOf),
  };
}

function likelyToAnswer(ledger: Ledger, asOf: number): number {
  const rate = (ledger.answeredByOwnerCount + 0.5) / (ledger.receivedCount + 5);
  const logit =
    -2.6 + 4 * rate + 0.8 * saturating(ledger.sent[30].read(asOf), 1) - 0.3 * Math.log1p(ledger.unansweredCount);
  return 1 / (1 + Math.exp(-logit));
}

function judged(verdict: Verdict): Strength {
  const known = verdict === 'known';
  return {
    value: known ? 100 : 0,
    contributions: [
      {
        name: 'your-word',
        points: known ? 100 : 0,
        reason: { text: known ? 'You said that you know them' : 'You said that you do not know them', messageIds: [] },
      },
    ],
    likelyToAnswer: known ? 0.9 : 0.02,
  };
}

function lastWritten({ lastSentAt }: Ledger): string {
  return lastSentAt !== undefined && isPlausibleTime(lastSentAt)
    ? `You last wrote on ${dayInWords(lastSentAt)}`
    : 'You wrote lately';
}
