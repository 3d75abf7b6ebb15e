/** Connecting and disconnecting Gmail. */
import type { AccountId } from '#core/mail/message.ts';
import type { Google } from '../google/google.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';

export function accountFeature(google: () => Google) {
  return {
    handlers: {
      'account.connect': async (request) => await google().connect(request),
      'account.cancelConnect': () => {
        google().cancelConnect();
        return null;
      },
      'account.disconnect': async ({ accountId, eraseMail }) =>
        await google().disconnect(accountId as AccountId, eraseMail),
    },
  } satisfies WriterFeature<Pick<WriteHandlers, 'account.connect' | 'account.cancelConnect' | 'account.disconnect'>>;
}
