/** Reads a development mailbox: `mailbox.mbox` or `.mbox.gz`, by arrival unless told otherwise. */
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { IncomingMessage } from '#core/mail/message.ts';
import { readMessage } from '#main/import/mime/read-message.ts';
import { readMbox } from '#main/import/sources/mbox.ts';

export async function loadMailbox(
  folder: string,
  order: 'arrival' | 'file order' = 'arrival',
): Promise<readonly IncomingMessage[]> {
  const plain = `${folder}/mailbox.mbox`;
  const chunks: AsyncIterable<Uint8Array> = existsSync(plain)
    ? createReadStream(plain)
    : createReadStream(`${plain}.gz`).pipe(createGunzip());
  const messages: IncomingMessage[] = [];
  for await (const raw of readMbox(plain, chunks)) messages.push(await readMessage(raw));
  if (order === 'file order') return messages;
  return messages
    .map((message, index) => ({ message, index }))
    .toSorted((a, b) => a.message.receivedAt - b.message.receivedAt || a.index - b.index)
    .map(({ message }) => message);
}
