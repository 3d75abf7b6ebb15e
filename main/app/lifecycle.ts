/** From the last window to the end of the process, with everything on disk in between. */
import { app } from 'electron';

/** An engine that does not end must not keep the machine from shutting down; what it was writing is journaled. */
const LONGEST_CLOSE_MS = 10_000;

/** Ends the app where that is the custom, after `close` has resolved. */
export function endWithWindows(options: { readonly show: () => void; readonly close: () => Promise<void> }): void {
  let closed = false;
  app.on('second-instance', options.show);
  app.on('activate', options.show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const timeUp = new Promise((resolve) => setTimeout(resolve, LONGEST_CLOSE_MS));
    void Promise.race([options.close(), timeUp])
      .catch(() => undefined)
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}
