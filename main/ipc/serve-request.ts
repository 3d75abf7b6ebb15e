/** What happens to a request of the window between the border and the one who serves it. */
import { z } from 'zod';
import { AppError } from '#core/contract/app-error.ts';
import { type RequestArguments, type RequestName, REQUESTS, type RequestResult } from '#core/contract/requests.ts';

/** What serves each request, with its checked arguments. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (input: RequestArguments<Name>) => Promise<RequestResult<Name>>;
};

/** Whom the window's requests must come from. */
export interface RequestGate {
  /** The contents of our window; undefined while none is open. */
  readonly ownContents: () => { readonly mainFrame: object } | undefined;
  readonly isOwnPage: (url: string) => boolean;
}

/** Of Electron's IpcMainInvokeEvent, what tells who asks. */
export interface RequestSender {
  readonly sender: object;
  readonly senderFrame: { readonly url: string } | null;
}

/** Throws `not-allowed` unless it is the main frame of our own window, showing our own page, that asks. */
export function checkSender(from: RequestSender, gate: RequestGate): void {
  if (isTrusted(from, gate)) return;
  throw new AppError({ kind: 'not-allowed', message: 'This page may not ask Acquaint for anything.', cure: '' });
}

export function isTrusted({ sender, senderFrame }: RequestSender, gate: RequestGate): boolean {
  const own = gate.ownContents();
  // A frame that is gone (null) cannot be told from a foreign one.
  if (own === undefined || sender !== own || senderFrame === null) return false;
  return senderFrame === own.mainFrame && gate.isOwnPage(senderFrame.url);
}

/** Name and arguments come over the border: of any type, from a page that may have been taken over. */
export async function serveRequest(handlers: RequestHandlers, name: unknown, input: unknown): Promise<unknown> {
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
