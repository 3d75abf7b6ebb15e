/**
 * What Gmail says of letters that are not here yet: how often the owner and somebody wrote to each other.
 *
 * The answer to a search costs 5 units, a message 20: so a new account's first page is ranked before its history is here.
 * A probe has counts and no dates, so it earns what having written earns and nothing that grows with time or number, and
 * it is forgotten once the history is here as a whole.
 */
export interface Probe {
  readonly address: string;
  /** Letters of the owner's to them, as far as they were counted: at most `MOST_PROBED`. */
  readonly sentCount: number;
  /** Their letters. 0 where it was not asked, because the owner never wrote to them. */
  readonly receivedCount: number;
  /** When Gmail was asked. */
  readonly askedAt: number;
}

/** Beyond this it makes no difference, and the answer is one page. */
export const MOST_PROBED = 100;

export type Probed = Omit<Probe, 'address'>;

/** What is known of all addresses of a person together. */
export function sumOfProbes(probes: readonly Probed[]): Probed | undefined {
  if (probes.length === 0) return undefined;
  return {
    sentCount: probes.reduce((sum, { sentCount }) => sum + sentCount, 0),
    receivedCount: probes.reduce((sum, { receivedCount }) => sum + receivedCount, 0),
    askedAt: Math.max(...probes.map(({ askedAt }) => askedAt)),
  };
}

interface Counts {
  readonly sentCount: number;
  readonly receivedCount: number;
}

/** Letters each way, here or only known of. One of theirs is the one that is looked at: Gmail counted it too. */
export function countsWith({ sentCount, receivedCount }: Counts, probed: Probed | undefined): Counts {
  return {
    sentCount: Math.max(sentCount, probed?.sentCount ?? 0),
    receivedCount: Math.max(receivedCount, (probed?.receivedCount ?? 0) - 1),
  };
}

/** `Gmail knows of about 12 messages that you sent them and 30 of theirs; not fetched yet`; undefined where all are here. */
export function probeInWords(here: Counts, probed: Probed | undefined): string | undefined {
  if (!probed || probed.sentCount <= here.sentCount) return undefined;
  const { sentCount, receivedCount } = probed;
  const theirs = receivedCount > 0 ? ` and of ${about(receivedCount)} of theirs` : '';
  return `Gmail knows of ${about(sentCount)} ${sentCount === 1 ? 'message' : 'messages'} that you sent them${theirs}; not fetched yet`;
}

function about(count: number): string {
  if (count >= MOST_PROBED) return `${MOST_PROBED} or more`;
  return count === 1 ? 'one' : `about ${count}`;
}
