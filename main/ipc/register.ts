/**
 * The one file that touches ipcMain: every request of the window comes in here and nowhere else.
 *
 * A request is served only when it comes from the main frame of our own window showing our own page, names a request of
 * the contract, and brings arguments that its schema accepts. Errors go back as data: an Error loses its fields on the way.
 */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { AppError, toAppErrorData } from '#core/contract/app-error.ts';
import { type Answer, REQUEST_CHANNEL } from '#core/contract/bridge.ts';
import { type RequestArguments, type RequestName, REQUESTS, type RequestResult } from '#core/contract/requests.ts';

/** What serves each request, with its checked arguments. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (input: RequestArguments<Name>) => Promise<RequestResult<Name>>;
};

export interface RequestGate {
  /** The contents of our window; undefined while none is open. */
  readonly ownContents: () => WebContents | undefined;
  readonly isOwnPage: (url: string) => boolean;
}

/** Serves the window's requests from now on. Call once. */
export function registerRequests(gate: RequestGate, handlers: RequestHandlers): void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    try {
      checkSender(event, gate);
      return { ok: true, value: await serve(handlers, name, input) };
    } catch (error) {
      return { ok: false, error: toAppErrorData(error) };
    }
  });
}

function checkSender({ sender, senderFrame }: IpcMainInvokeEvent, gate: RequestGate): void {
  const own = gate.ownContents();
  // A frame that is gone cannot be told from a foreign one.
  const trusted = own !== undefined && sender === own && senderFrame !== null && senderFrame === own.mainFrame;
  if (!trusted || !gate.isOwnPage(senderFrame.url)) {
    throw new AppError({ kind: 'not-allowed', message: 'This page may not ask Acquaint for anything.', cure: '' });
  }
}

/** Exported for its tests: names and arguments as they come over the border, of any type. */
export async function serve(handlers: RequestHandlers, name: unknown, input: unknown): Promise<unknown> {
  if (!isRequestName(name)) {
    throw new AppError({ kind: 'not-allowed', message: 'There is no such request.', cure: '' });
  }
  const parsed = REQUESTS[name].safeParse(input);
  if (!parsed.success) {
    throw new AppError({
      kind: 'invalid-input',
      message: `${name}: ${z.prettifyError(parsed.error)}`,
      cure: 'Check what was entered.',
    });
  }
  // The schema of `name` made these arguments; the compiler cannot follow that through a union of requests.
  const handler = handlers[name] as (input: unknown) => Promise<unknown>;
  return await handler(parsed.data);
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(REQUESTS, name);
}
