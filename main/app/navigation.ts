/**
 * Nothing shown by Acquaint goes anywhere: no page, no frame, no new window, no guest page.
 *
 * A link clicked in a message is reported instead, so that the window can show where it leads.
 */
import type { WebContents } from 'electron';
import { isAppUrl, START_PAGE } from './app-files.ts';

/** `onLink` is called with the target of a link that the user clicked in a message, or that the page wants to open. */
export function guardNavigation(contents: WebContents, onLink: (url: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    // Loading our own page again (a reload, the menu) is the one navigation there is.
    if (event.isMainFrame && event.url === START_PAGE) return;
    event.preventDefault();
    // A message is a frame of the window, without scripts: it navigates by a click only. What is framed inside a message
    // would navigate by itself.
    if (event.frame?.parent === contents.mainFrame && !isAppUrl(event.url)) onLink(event.url);
  });
  contents.on('will-navigate', (event) => {
    if (event.url !== START_PAGE) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (!isAppUrl(url)) onLink(url);
    return { action: 'deny' };
  });
}
