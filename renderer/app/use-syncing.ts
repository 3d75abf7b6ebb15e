/** Getting mail, pausing, going on: for the buttons and the keys alike. */
import { useMutation } from '@tanstack/react-query';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { AccountView } from '#core/contract/views.ts';
import type { AccountId } from '#core/mail/message.ts';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';

export interface Syncing {
  /** Asked for by the user, and not there yet. */
  readonly isGetting: boolean;
  /** Every account where none is named; a paused one goes on. */
  readonly get: (accountId?: AccountId) => void;
  readonly pause: (accountId: AccountId) => void;
}

export function useSyncing(): Syncing {
  const actions = useActions();
  const getting = useMutation({
    mutationFn: (accountId: AccountId | undefined) => ask('sync.run', accountId === undefined ? {} : { accountId }),
    // Paused meanwhile: the user knows.
    onError: (error) => toAppErrorData(error).kind !== 'cancelled' && actions.tellError(error),
  });
  return {
    isGetting: getting.isPending,
    get: (accountId) => getting.mutate(accountId),
    pause: (accountId) => actions.send('sync.pause', { accountId }),
  };
}

/** What the pause key does: everything stops, and goes on only when nothing is left to stop. */
export function toPause(accounts: readonly AccountView[]): readonly AccountView[] {
  return accounts.filter(({ kind, state }) => kind === 'gmail' && state !== 'paused' && state !== 'reconnect');
}
