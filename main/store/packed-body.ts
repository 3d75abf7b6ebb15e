/**
 * The three parts of a body as one compressed blob.
 *
 * Raw deflate at its fastest level: a third of the size at a few hundred MB/s, and in every Node that the app meets
 * (zstd is smaller and faster, but not in Electron 33's Node 20). One blob, because HTML repeats the words of the text.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface Body {
  readonly text: string;
  readonly quoted: string;
  readonly html?: string;
}

const LEVEL = constants.Z_BEST_SPEED;
/** Larger than any message that Gmail takes, so that a damaged blob cannot eat the memory. */
const MAX_BYTES = 256 * 1024 * 1024;

export function packBody({ text, quoted, html }: Body): Uint8Array {
  const parts = html === undefined ? [text, quoted] : [text, quoted, html];
  // A copy: zlib answers with a view of a larger buffer, all of which would be sent to another thread.
  return new Uint8Array(deflateRawSync(JSON.stringify(parts), { level: LEVEL }));
}

export function unpackBody(packed: Uint8Array): Body {
  const parts = JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_BYTES }).toString('utf8')) as string[];
  const [text = '', quoted = '', html] = parts;
  return html === undefined ? { text, quoted } : { text, quoted, html };
}
