/** Our own faults leave a trace on stderr: what reaches the user is a sentence without a stack. */
import { toAppErrorData } from '#core/contract/app-error.ts';
import { asStoreError } from '#main/store/store-error.ts';

export function reportFault(error: unknown): void {
  if (toAppErrorData(asStoreError(error)).kind !== 'bug') return;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
