/** The window's own session: its pages come from our files, and nothing in it reaches the network or a device. */
import { readFile } from 'node:fs/promises';
import { session, type Session } from 'electron';
import { APP_HEADERS, APP_SCHEME, appFile } from './app-files.ts';
import { mayLoad } from './request-rules.ts';

/** Persistent for the sake of the code cache and the window's own settings; it never sees a cookie. */
const PARTITION = 'persist:window';

/** Call once, after the app is ready and before the first window. */
export function prepareSession(options: { readonly rendererDir: string; readonly devTools: boolean }): Session {
  const ours = session.fromPartition(PARTITION);
  denyEverything(ours, options.devTools);
  // Nothing of ours uses the default session; what ends up there by mistake gets nowhere either.
  denyEverything(session.defaultSession, options.devTools);
  ours.protocol.handle(APP_SCHEME, async (request) => await answer(request, options.rendererDir));
  return ours;
}

function denyEverything(target: Session, devTools: boolean): void {
  target.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url, { devTools }) }));
  target.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  // Everywhere but on macOS Chromium would fetch dictionaries from a server.
  if (process.platform !== 'darwin') target.setSpellCheckerEnabled(false);
}

async function answer(request: Request, rendererDir: string): Promise<Response> {
  const refusal = (status: number) => new Response(null, { status, headers: APP_HEADERS });
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const found = appFile(request.url, rendererDir);
  if (!found) return refusal(404);
  try {
    return new Response(await readFile(found.file), { headers: { ...APP_HEADERS, 'Content-Type': found.type } });
  } catch {
    return refusal(404);
  }
}
