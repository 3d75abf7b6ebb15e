/** How far an import has come, in words. */

export interface ImportProgress {
  readonly doneMessages: number;
  /** Absent where it is not known before the end. */
  readonly totalMessages?: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly elapsedMs: number;
}

/** A rate that was seen for less than this says nothing yet. */
const SETTLED_MS = 2000;

/** `12,400 of about 20,000 messages; about 2 min left`. */
export function importStatus({
  doneMessages,
  totalMessages,
  doneBytes,
  totalBytes,
  elapsedMs,
}: ImportProgress): string {
  const part = totalMessages === undefined ? doneBytes / totalBytes : doneMessages / totalMessages;
  const done = doneMessages.toLocaleString('en');
  if (!(part > 0) || elapsedMs < SETTLED_MS) {
    return totalMessages === undefined
      ? `${done} messages`
      : `${done} of ${totalMessages.toLocaleString('en')} messages`;
  }
  const total = totalMessages?.toLocaleString('en') ?? `about ${rounded(doneMessages / part).toLocaleString('en')}`;
  return `${done} of ${total} messages; ${timeLeft((elapsedMs / part) * (1 - part))}`;
}

function rounded(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / unit) * unit;
}

function timeLeft(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} min left`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `about ${hours} h left` : `about ${hours} h ${minutes % 60} min left`;
}
