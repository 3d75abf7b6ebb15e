/**
 * What an answer to "how do we know each other?" claims, each claim checked against the record (B1, R4, R5).
 *
 * Three verdicts, for the user to judge by: `confirmed` where mail bears it out, which is linked; `not-found` where mail
 * ought to be there and is not, with how far back the record goes; `unknown` where mail cannot tell. People meet without
 * writing to each other, so that a meeting is never "not found".
 */
import { foldName } from '../outreach/fold.ts';
import { monthInWords } from '../relationship/dates-in-words.ts';
import type { Case } from './case.ts';
import { knownSince, lettersWith } from './letters-with.ts';
import { checkedNames } from './name-check.ts';
import type { Reason } from './vocabulary.ts';

export type ClaimVerdict = 'confirmed' | 'not-found' | 'unknown';

export interface Claim {
  readonly verdict: ClaimVerdict;
  readonly reason: Reason;
}

const MOST_CLAIMS = 5;

/** Never empty: an answer that claims nothing is `unknown`. */
export function claimsOf(one: Case): readonly Claim[] {
  const claims = [...names(one), ...earlierMail(one), ...circles(one)];
  if (claims.length > 0) return claims.slice(0, MOST_CLAIMS);
  const told = one.quotes('explains-tie');
  return [
    told.length > 0
      ? claim('unknown', 'Unknown: your mail cannot tell whether this is so', [], told)
      : claim('unknown', 'Unknown: it says nothing that your mail could confirm'),
  ];
}

/** The best that any claim came to. */
export function verdictOf(claims: readonly Claim[]): ClaimVerdict {
  const has = (verdict: ClaimVerdict): boolean => claims.some((one) => one.verdict === verdict);
  return has('confirmed') ? 'confirmed' : has('not-found') ? 'not-found' : 'unknown';
}

/** The whole answer in a few words, for its row. */
export function answerInWords(one: Case, claims: readonly Claim[]): string {
  const verdict = verdictOf(claims);
  if (verdict === 'confirmed') return 'Answers how you know each other: confirmed by your mail';
  if (verdict === 'not-found') return `Answers how you know each other: not found in your mail${reach(one)}`;
  return 'Answers how you know each other: your mail cannot tell';
}

function claim(
  verdict: ClaimVerdict,
  text: string,
  messageIds: readonly string[] = [],
  quotes: readonly string[] = [],
): Claim {
  return { verdict, reason: { text, messageIds, ...(quotes.length > 0 ? { quotes } : {}) } };
}

/** Somebody on whose word they write. */
function names(one: Case): readonly Claim[] {
  const { entities, message, correspondence } = one;
  const checked = checkedNames(entities, message, correspondence);
  const unique = [...new Map(checked.map((name) => [foldName(name.name), name])).values()];
  return unique.map(({ name, verified, quote, record }) => {
    if (!record) return claim('not-found', `Not found in your mail${reach(one)}: ${name}`, [], [quote]);
    const ids = lettersWith(record.addresses[0], one);
    if (verified) {
      const both = `you wrote ${record.sentCount}, they wrote ${record.receivedCount}`;
      return claim('confirmed', `Confirmed: you know ${name}${knownSince(record)} (${both})`, ids, [quote]);
    }
    const text =
      record.sentCount > 0
        ? `Not confirmed: you know a ${name}, but what is said of them does not fit`
        : `Not confirmed: ${name} is in your mail, but you never wrote to them`;
    return claim('not-found', text, ids, [quote]);
  });
}

/** Mail of earlier days with whoever answers, under any address of theirs. A meeting or a call that they claim leaves none. */
function earlierMail(one: Case): readonly Claim[] {
  const { tie, quotes } = one;
  const { record } = tie;
  if (record !== undefined && record.sentCount > 0)
    return [
      claim(
        'confirmed',
        `Confirmed: you wrote to them before (${record.sentCount}, they wrote ${record.receivedCount})`,
        lettersWith(tie.address, one),
        quotes('claims-contact'),
      ),
    ];
  return [];
}

/** A group that the user declared. That both belong to it is plausible; that they met there, no mail shows. */
function circles({ entities }: Case): readonly Claim[] {
  return entities.circles
    .filter(({ claimed }, index) => claimed || index === 0)
    .map(({ name, explained, quote }) =>
      claim(
        'unknown',
        explained
          ? `Unknown: ${name} is one of your circles, but no mail shows that you met there`
          : `Unknown: names ${name}, one of your circles, but not when or how you met`,
        [],
        quote === '' ? [] : [quote],
      ),
    );
}

/** ` (back to March 2019)`: since when there is mail both ways. */
function reach({ correspondence }: Case): string {
  const { receivedSince, sentSince } = correspondence.coverage;
  const since = [receivedSince, sentSince].filter((at) => at !== undefined);
  return since.length === 0 ? '' : ` (back to ${monthInWords(Math.max(...since))})`;
}
