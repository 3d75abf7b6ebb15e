/** How far a first sync is, in words. */
import { getAccount } from '#main/store/accounts.ts';
import { countWanted } from '#main/store/gmail-wanted.ts';
import type { JobProgress } from '../jobs.ts';
import type { SyncScope } from './sync-scope.ts';

/** Counts again at most so often: counting 100,000 rows takes some milliseconds. */
const COUNT_INTERVAL_MS = 1000;

/** Tells the state of the sync whenever it is called; time left is judged from the pace since the first call. */
export function progressInWords({ context, id }: SyncScope): () => JobProgress {
  const stored = (): number => getAccount(context.db, id)?.messageCount ?? 0;
  const startedAt = context.now();
  const storedAtFirst = stored();
  let countedAt = Number.NEGATIVE_INFINITY;
  let open = 0;
  return () => {
    const now = context.now();
    if (now - countedAt >= COUNT_INTERVAL_MS) {
      open = countWanted(context.db, id).open;
      countedAt = now;
    }
    const done = stored();
    const perMs = (done - storedAtFirst) / Math.max(1, now - startedAt);
    const total = done + open;
    const left = perMs > 0 && now - startedAt > 5000 ? `; ${timeInWords(open / perMs)} left` : '';
    return {
      doneMessages: done,
      totalMessages: total,
      status: `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} messages${left}`,
    };
  };
}

function timeInWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  if (minutes <= 1) return 'about a minute';
  if (minutes < 90) return `about ${minutes} min`;
  return `about ${Math.round(minutes / 60)} h`;
}
