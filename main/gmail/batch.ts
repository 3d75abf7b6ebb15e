/**
 * Several calls in one request: Gmail's batch, for where round trips count and not units (n calls cost as much as n calls).
 *
 * Google's client has none (google-api-nodejs-client#2530), so: one multipart body of GETs out, one answer with a status
 * for each part back, in the same order.
 */
import { asGmailError, GmailError, unreadableAnswer } from './gmail-error.ts';

/** What a part of the answer says. `body` is undefined where it is no JSON. */
export interface PartAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Google advises no more than 50 at once; from 10 to 25 mailboxes do not complain. */
export const MOST_IN_BATCH = 25;
/** Of messages of a usual size a batch has a tenth of it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A failed batch in the shape that Google's client gives its own failures (see `gmail-error.ts`). */
class BatchFailure extends Error {
  readonly config = {};
  readonly response: { readonly status: number; readonly headers: Headers; readonly data: unknown } | undefined;

  constructor(message: string, response?: BatchFailure['response'], cause?: unknown) {
    super(message, { cause });
    this.name = 'BatchFailure';
    this.response = response;
  }
}

export interface BatchOptions {
  readonly headers: { readonly authorization: string };
  readonly signal: AbortSignal;
  readonly timeout: number;
  readonly redirect: 'error';
}

/** `paths`: what follows the host, e.g. `/gmail/v1/users/me/profile`. Throws what `asGmailError` understands. */
export async function batchGet(
  rootUrl: string,
  paths: readonly string[],
  { headers, signal, timeout, redirect }: BatchOptions,
): Promise<readonly PartAnswer[]> {
  const boundary = 'acquaint_batch';
  const parts = paths.map(
    (path, index) =>
      `--${boundary}\r\nContent-Type: application/http\r\nContent-ID: <${index}>\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n`,
  );
  const response = await fetch(new URL('batch/gmail/v1', rootUrl), {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: `${parts.join('')}--${boundary}--\r\n`,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    redirect,
  }).catch((error: unknown) => {
    throw new BatchFailure('the batch was not answered', undefined, error);
  });
  const text = await textUpTo(MOST_BYTES, response).catch((error: unknown) => {
    throw new BatchFailure('the answer to the batch broke off', undefined, error);
  });
  // Too much at once: each by itself, then.
  if (text === undefined) return paths.map(() => ({ status: 0, body: undefined }));
  if (!response.ok) {
    const told = { status: response.status, headers: response.headers, data: jsonOf(text) };
    throw new BatchFailure(`the batch was answered ${response.status}`, told);
  }
  const answers = readBatchAnswer(response.headers.get('content-type') ?? '', text);
  // Anything else than an answer to each part is not Gmail's.
  if (answers.length !== paths.length) throw unreadableAnswer(/<html|<!doctype/i.test(text));
  return answers;
}

/** Undefined, and the rest left unread, where there is more. */
async function textUpTo(most: number, { body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!body) return '';
  const arriving: AsyncIterable<Uint8Array> = body;
  for await (const chunk of arriving) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What a part holds; undefined where it should be asked again by itself. Throws a GmailError where that makes no sense. */
export function bodyOfPart(part: PartAnswer | undefined): object | undefined {
  if (typeof part?.body !== 'object' || part.body === null) return undefined;
  if (part.status === 200) return part.body;
  const told = { status: part.status, headers: new Headers(), data: part.body };
  const failed = asGmailError(new BatchFailure(`a part was answered ${part.status}`, told), 0);
  const isFinal = failed instanceof GmailError && (failed.failure === 'gone' || failed.failure === 'rejected');
  if (isFinal) throw failed;
  return undefined;
}

/** The parts of a batch's answer in order. */
function readBatchAnswer(contentType: string, text: string): readonly PartAnswer[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)?.slice(1).find(Boolean);
  if (boundary === undefined) return [];
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const status = Number(/^HTTP\/[\d.]+ (\d{3})/m.exec(part)?.[1] ?? 0);
      const [, , ...body] = part.split(/\r?\n\r?\n/);
      return { status, body: jsonOf(body.join('\r\n\r\n')) };
    });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
