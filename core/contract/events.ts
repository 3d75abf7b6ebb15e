/** What the engine tells the window without being asked. */
import type { JobView, OutboxItem } from './views.ts';

/** A key as `KeyboardEvent` names it, with what was held down. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type AppEvent =
  /** Ranks, labels or the set of messages changed: ask again for what is shown. */
  | { readonly type: 'queue-changed' }
  | { readonly type: 'status-changed' }
  | { readonly type: 'job'; readonly job: JobView }
  | { readonly type: 'outbox'; readonly item: OutboxItem }
  /** How far `correction.foresee` with this ticket has come. */
  | { readonly type: 'foreseeing'; readonly ticket: string; readonly done: number; readonly total: number }
  /** The sign-in page to show in the system browser. */
  | { readonly type: 'open-url'; readonly url: string }
  /** A link in a message was clicked and its navigation prevented: the window shows where it leads before `shell.openLink`. */
  | { readonly type: 'link-clicked'; readonly url: string }
  /** A key on its way to whatever has the focus, a message's frame too, which the window cannot hear. */
  | { readonly type: 'key-pressed'; readonly press: KeyPress }
  /** The sample mailbox was opened or left: everything shown is stale. */
  | { readonly type: 'profile-changed'; readonly profile: 'own' | 'sample' };
