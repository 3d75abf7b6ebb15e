/** Charset labels of mail → decoders. */
import { TextDecoder } from 'node:util';

const fallback = new TextDecoder('windows-1252');
const decoders = new Map<string, TextDecoder | undefined>();

/** Labels that mail uses and the Encoding Standard does not list. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['windows-932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['cp874', 'windows-874'],
  ['iso-8859-8-i', 'iso-8859-8'],
  ['unknown-8bit', 'windows-1252'],
  ['x-unknown', 'windows-1252'],
  ['default', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['binary', 'windows-1252'],
  ['utf', 'utf-8'],
]);

/** The decoder of a label; windows-1252 for one that nobody knows, with `known: false`. */
export function decoderOf(written: string): { decoder: TextDecoder; label: string; known: boolean } {
  const label = written.trim().toLowerCase();
  if (!decoders.has(label) && decoders.size < 200) decoders.set(label, makeDecoder(ALIASES.get(label) ?? label));
  const decoder = decoders.get(label);
  return decoder
    ? { decoder, label: decoder.encoding, known: true }
    : { decoder: fallback, label: 'windows-1252', known: false };
}

function makeDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
