/**
 * The one file that touches ipcMain: every request of the window comes in here and nowhere else.
 *
 * A request is served only when it comes from the main frame of our own window showing our own page, names a request of
 * the contract, and brings arguments that its schema accepts. Errors go back as data: an Error loses its fields on the way.
 */
import { ipcMain } from 'electron';
import { toAppErrorData } from '#core/contract/app-error.ts';
import { type Answer, REQUEST_CHANNEL } from '#core/contract/bridge.ts';
import { checkSender, type RequestGate, type RequestHandlers, serveRequest } from './serve-request.ts';

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
