/** Syncing on the user's word, pausing, and the network's coming and going. */
import type { AccountId } from '#core/mail/message.ts';
import { upsertSetting } from '#main/store/settings.ts';
import type { Google } from '../google/google.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';

export function syncFeature(google: () => Google) {
  return {
    handlers: {
      /** Answers when what waited is pushed and what is new is here. */
      'sync.run': async ({ accountId }) => {
        await google().sync(accountId as AccountId | undefined);
        return null;
      },
      'sync.pause': async ({ accountId }) => {
        await google().pause(accountId as AccountId);
        return null;
      },
      'network.changed': ({ online }, { db, emit }) => {
        upsertSetting(db, 'online', online);
        if (online) google().hurry();
        emit({ type: 'status-changed' });
        return null;
      },
    },
  } satisfies WriterFeature<Pick<WriteHandlers, 'sync.run' | 'sync.pause' | 'network.changed'>>;
}
