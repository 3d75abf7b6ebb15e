/** A parse worker that dies of every message longer than 100 octets, as one might that runs out of memory. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { ParsedMessage, ParseRequest } from '#main/import/parsed-batch.ts';

const port = parentPort as MessagePort;

port.on('message', ({ id, messages }: ParseRequest) => {
  if (messages.some(({ sizeBytes }) => sizeBytes > 100)) process.exit(1);
  const parsed: ParsedMessage[] = messages.map(({ path, offset, position }) => ({
    path,
    offset,
    position,
    messageId: `<${position}@x>`,
    defects: [],
  }));
  port.postMessage({ id, messages: parsed });
});
