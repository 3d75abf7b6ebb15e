/** One question to the engine. Throws an AppError where the answer is one. */
import { AppError } from '#core/contract/app-error.ts';
import type { RequestInput, RequestName, RequestResult } from '#core/contract/requests.ts';

export async function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestResult<Name>> {
  const answer = await window.acquaint.request(name, input);
  if (answer.ok) return answer.value;
  throw new AppError(answer.error);
}
