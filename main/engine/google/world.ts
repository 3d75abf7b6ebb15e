/** What lies outside of this computer's database, so that tests can put something else in its place. */
import { type Keychain, systemKeychain } from '#main/account/keychain.ts';
import { type Clock, systemClock } from '#main/gmail/clock.ts';
import { internet, type Network } from '#main/unsubscribe/one-click.ts';

export interface World {
  /** Names a stand-in for Google, see `google-addresses.ts`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keychain: Keychain;
  readonly clock: Clock;
  readonly network: Network;
  /** How long an action can be undone before it is pushed. */
  readonly undoWindowMs: number;
  /** How often Gmail is asked for news: 2 units each. */
  readonly pollMs: number;
}

export const systemWorld: World = {
  environment: process.env,
  keychain: systemKeychain,
  clock: systemClock,
  network: internet,
  undoWindowMs: 10_000,
  pollMs: 15_000,
};
