/** How far a first sync is, in words: what is known by now, and when the rest will be there. */
import { counted, monthInWords } from '#core/relationship/dates-in-words.ts';
import { CALL_UNITS } from '#main/gmail/units.ts';
import { getAccount } from '#main/store/accounts.ts';
import { countWanted, nextWantedRank, WANTED_RANKS } from '#main/store/gmail-wanted.ts';
import type { PreparedMessage } from '#main/store/prepared-message.ts';
import type { JobProgress } from '../jobs.ts';
import type { SyncScope } from './sync-scope.ts';

/** Counts again at most so often: counting 100,000 rows takes some milliseconds. */
const COUNT_INTERVAL_MS = 1000;
/** The pace of the first seconds says little: a burst is allowed, and connections are being made. */
const PACE_AFTER_MS = 15_000;
/** From this share of the quota on it is Google that sets the pace. */
const AT_LIMIT = 0.75;

export interface SyncPace {
  readonly done: number;
  readonly open: number;
  /** Everything that is newer than this is here; absent while sent mail comes first. */
  readonly backTo?: number;
  /** Messages a minute as measured; absent at the beginning. */
  readonly perMinute?: number;
  /** Messages a minute that the quota allows. */
  readonly allowedPerMinute: number;
}

/**
 * Tells the state of the sync; call it after every batch.
 *
 * Mail comes newest first (`first-sync.ts`), so the middle of a batch of older mail tells how far back the history is whole.
 */
export function progressInWords({ context, id, gmail }: SyncScope): (batch: readonly PreparedMessage[]) => JobProgress {
  const { db } = context;
  const stored = (): number => getAccount(db, id)?.messageCount ?? 0;
  const startedAt = context.now();
  const storedAtFirst = stored();
  let countedAt = Number.NEGATIVE_INFINITY;
  let counts = { done: storedAtFirst, open: 0, isRest: false };
  return (batch) => {
    const now = context.now();
    const { isRest: wasRest } = counts;
    if (now - countedAt >= COUNT_INTERVAL_MS) {
      // Both at the same moment: their sum is the mailbox.
      const rank = nextWantedRank(db, id);
      counts = {
        done: stored(),
        open: countWanted(db, id).open,
        isRest: rank === undefined || rank === WANTED_RANKS.rest,
      };
      countedAt = now;
    }
    const { done, open } = counts;
    const backTo = wasRest ? middleOf(batch) : undefined;
    const elapsedMs = now - startedAt;
    return {
      doneMessages: done,
      totalMessages: done + open,
      status: syncInWords({
        done,
        open,
        ...(backTo === undefined ? {} : { backTo }),
        ...(elapsedMs < PACE_AFTER_MS ? {} : { perMinute: ((done - storedAtFirst) * 60_000) / elapsedMs }),
        allowedPerMinute: gmail.unitsPerMinute / CALL_UNITS.getMessage,
      }),
    };
  };
}

/** `Queue ready; history back to March 2024; 12,400 of 20,000 messages; about 25 min left at Google’s limit`. */
export function syncInWords({ done, open, backTo, perMinute, allowedPerMinute }: SyncPace): string {
  const history = backTo === undefined ? 'your sent mail comes first' : `history back to ${monthInWords(backTo)}`;
  const pace = Math.min(perMinute ?? allowedPerMinute, allowedPerMinute);
  const limit = pace >= AT_LIMIT * allowedPerMinute ? ' at Google’s limit' : '';
  return [
    'Queue ready',
    history,
    `${done.toLocaleString('en-GB')} of ${counted(done + open, 'message', 'messages')}`,
    ...(pace > 0 ? [`${minutesInWords(open / pace)} left${limit}`] : []),
  ].join('; ');
}

function middleOf(batch: readonly PreparedMessage[]): number | undefined {
  const times = batch.map(({ receivedAt }) => receivedAt).toSorted((one, other) => one - other);
  return times[Math.floor(times.length / 2)];
}

function minutesInWords(minutes: number): string {
  const whole = Math.ceil(minutes);
  if (whole <= 1) return 'about a minute';
  return whole < 90 ? `about ${whole} min` : `about ${Math.round(whole / 60)} h`;
}
