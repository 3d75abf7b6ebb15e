/** How a mailbox is, in one plain line, and the one thing that can be done about it: pure, so that it is tested alone. */
import type { AccountView, JobView } from '#core/contract/views.ts';

export interface AccountLine {
  /** `warn` asks for the user; `bad` is a refusal; the rest only tells. */
  readonly look: 'fine' | 'busy' | 'offline' | 'paused' | 'warn' | 'bad';
  readonly text: string;
  /** What else is worth knowing, or the cure. */
  readonly more?: string;
  readonly does?: 'pause' | 'resume' | 'sync' | 'sign-in';
}

export interface Surroundings {
  /** The sync of this account that is under way. */
  readonly job?: JobView | undefined;
  readonly online: boolean;
  readonly now: number;
}

const MINUTE_MS = 60_000;

export function accountInWords(account: AccountView, { job, online, now }: Surroundings): AccountLine {
  const { state, error } = account;
  if (state === 'reconnect') {
    return {
      look: 'warn',
      text: error?.kind === 'no-keyring' ? 'No keyring: unlock it, or sign in again' : 'Signed out: sign in again',
      more: 'Your mail stays here and can be used meanwhile.',
      does: 'sign-in',
    };
  }
  if (state === 'paused') {
    return { look: 'paused', text: 'Paused', more: 'New mail comes when you resume.', does: 'resume' };
  }
  if (!online) return { look: 'offline', text: 'Offline: replies wait here' };
  if (state === 'offline') {
    return {
      look: 'offline',
      text: error?.message ?? 'Gmail cannot be reached.',
      more: 'Trying again by itself.',
      does: 'sync',
    };
  }
  if (job !== undefined) return { look: 'busy', text: job.status === '' ? 'Getting mail' : job.status, does: 'pause' };
  if (state === 'syncing') return { look: 'busy', text: 'Getting mail', does: 'pause' };
  if (error?.kind === 'rate-limited') return { look: 'busy', text: error.message, more: error.cure, does: 'pause' };
  if (error !== undefined && error.kind !== 'no-keyring') {
    return { look: 'bad', text: error.message, more: error.cure, does: 'sync' };
  }
  return {
    look: 'fine',
    text:
      account.lastSyncAt === undefined
        ? 'Not checked yet'
        : `Up to date, checked ${agoInWords(now - account.lastSyncAt)}`,
    ...(error === undefined ? {} : { more: 'Signed in until Acquaint is closed.' }),
    does: 'sync',
  };
}

/** `just now`, `1 min ago`, `3 h ago`, `2 days ago`. */
export function agoInWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `${Math.floor(minutes / (24 * 60))} days ago`;
}
