/**
 * The one file that touches ipcMain: every request of the window comes in here and nowhere else.
 *
 * A request is served only when it comes from the main frame of our own window showing our own page, names a request of
 * the contract, and brings arguments that its schema accepts. Errors go back as data: an Error loses its fields on the way.
 */
import { ipcMain } from 'electron';
import { toAppErrorData } from '#core/contract/app-error.ts';
import { type Answer, CHOSEN_FILE_CHANNEL, REQUEST_CHANNEL } from '#core/contract/bridge.ts';
import type { ChosenFiles } from './chosen-files.ts';
import { checkSender, isTrusted, type RequestGate, type RequestHandlers, serveRequest } from './serve-request.ts';

/** Serves the window's requests from now on. Call once. */
export function registerRequests(gate: RequestGate, handlers: RequestHandlers): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    try {
      checkSender(event, gate);
      return { ok: true, value: await serveRequest(handlers, name, input) };
    } catch (error) {
      return { ok: false, error: toAppErrorData(error) };
    }
  });
}

/** Hears from the preload script which files were dropped on the window. Call once. */
export function registerChosenFiles(gate: RequestGate, chosen: ChosenFiles): void {
  ipcMain.on(CHOSEN_FILE_CHANNEL, (event, path: unknown) => {
    if (typeof path === 'string' && isTrusted(event, gate)) chosen.add(path);
  });
}
