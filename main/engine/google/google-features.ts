/** The features of the writer thread that share one connection to Google. */
import { accountFeature } from '../handlers/account.ts';
import { outboxFeature } from '../handlers/outbox.ts';
import { syncFeature } from '../handlers/sync.ts';
import { Google } from './google.ts';
import { systemWorld, type World } from './world.ts';

/** `world` is another one in tests. */
export function googleFeatures(world: World = systemWorld) {
  let google: Google | undefined;
  const connection = (): Google => {
    if (!google) throw new Error('the writer has not been started');
    return google;
  };
  return {
    account: {
      ...accountFeature(connection),
      start(context: ConstructorParameters<typeof Google>[0]): void {
        google = new Google(context, world);
        google.start();
      },
      async stop(): Promise<void> {
        await google?.stop();
      },
    },
    sync: syncFeature(connection),
    outbox: outboxFeature(connection),
  };
}
