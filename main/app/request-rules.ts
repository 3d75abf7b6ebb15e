/** What the window's session may load at all: nothing that leaves the process. */
import { isAppUrl } from './app-files.ts';

/**
 * Whether a request may go on, whatever page or frame makes it.
 *
 * This is the wall that stands when every other has fallen: mail HTML shown unsanitised, unsandboxed and without a policy
 * still reaches no server. An allow-list, so that a scheme that Chromium learns tomorrow is denied.
 */
export function mayLoad(url: string, options: { readonly devTools: boolean }): boolean {
  if (isAppUrl(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  if (protocol === 'devtools:') return options.devTools;
  return protocol === 'data:' || protocol === 'about:' || protocol === `blob:`;
}
