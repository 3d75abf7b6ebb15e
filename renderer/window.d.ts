/** What the preload script put there; the only way out of the window. */
import type { AcquaintBridge } from '#core/contract/bridge.ts';

declare global {
  interface Window {
    readonly acquaint: AcquaintBridge;
  }
}
