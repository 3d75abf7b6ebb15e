/** Messages of a source in batches: small enough for a short transaction and little memory, large enough to be worth a message between threads. */
import type { FoundMessage } from './sources/raw-message.ts';

const MAX_MESSAGES = 64;
const MAX_BYTES = 1024 * 1024;

/** A message longer than a whole batch makes one of its own. `onError` hears why the source ended early; what it gave until then is kept. */
export async function* batchesOf(
  messages: AsyncIterable<FoundMessage>,
  onError: (error: unknown) => void,
): AsyncGenerator<readonly FoundMessage[]> {
  let batch: FoundMessage[] = [];
  let bytes = 0;
  const iterator = messages[Symbol.asyncIterator]();
  try {
    for (;;) {
      let next: IteratorResult<FoundMessage>;
      try {
        next = await iterator.next();
      } catch (error) {
        onError(error);
        break;
      }
      if (next.done === true) break;
      const { sizeBytes } = next.value;
      if (batch.length > 0 && (batch.length === MAX_MESSAGES || bytes + sizeBytes > MAX_BYTES)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(next.value);
      bytes += sizeBytes;
    }
  } finally {
    await iterator.return?.();
  }
  if (batch.length > 0) yield batch;
}
