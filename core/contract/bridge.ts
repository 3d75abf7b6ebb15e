/** The object that the preload script hands to the window as `window.acquaint`. */
import type { AppErrorData } from './app-error.ts';
import type { AppEvent } from './events.ts';
import type { RequestInput, RequestName, RequestResult } from './requests.ts';

/** An answer across the process border: errors travel as data. */
export type Answer<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: AppErrorData };

export interface AcquaintBridge {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<RequestResult<Name>>>;
  /** Calls back on every event until the returned function is called. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** The absolute path of a file dropped on the window; '' where it has none. */
  pathForFile(file: object): string;
  readonly platform: 'darwin' | 'win32' | 'linux';
}

export const REQUEST_CHANNEL = 'acquaint:request';
export const EVENT_CHANNEL = 'acquaint:event';
/** Says which files the user dropped on the window, so that only those can be imported by it. */
export const CHOSEN_FILE_CHANNEL = 'acquaint:chosen-file';
