/** A parse worker: octets → message → signals → ready to be stored. No database. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import './mime/blob-in-memory.ts';
import { parseMessage } from './parse-message.ts';
import type { ParseAnswer, ParsedMessage, ParseRequest, ParseSettings } from './parsed-batch.ts';

const port = parentPort as MessagePort;
const { owner } = workerData as ParseSettings;

port.on('message', ({ id, messages }: ParseRequest) => {
  void (async () => {
    const parsed: ParsedMessage[] = [];
    for (const found of messages) parsed.push(await parseMessage(found, owner));
    const answer: ParseAnswer = { id, messages: parsed };
    // Bodies and pictures are most of the answer: handed over, not copied.
    port.postMessage(
      answer,
      parsed.flatMap(({ prepared }) =>
        prepared === undefined
          ? []
          : [prepared.body.buffer as ArrayBuffer, ...prepared.pictures.map(({ bytes }) => bytes.buffer)],
      ),
    );
  })();
});
