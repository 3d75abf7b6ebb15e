/** The model that is shipped, decoded once. */
import { TEXT_SIZE, SCORED_KINDS, type LabelWeights, type Model, type ScoredKind } from './model.ts';
import { WEIGHTS } from './weights.ts';

let decoded: Model | undefined;

export function shippedModel(): Model {
  decoded ??= Object.fromEntries(
    SCORED_KINDS.map((label) => {
      const { bias, scale, signals, text } = WEIGHTS[label];
      return [label, { bias, scale, signals, text: decodeText(text) } satisfies LabelWeights] as const;
    }),
  ) as Record<ScoredKind, LabelWeights>;
  return decoded;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648) to signed bytes; `core` has neither Buffer nor atob. */
export function decodeText(base64: string): Int8Array {
  const bytes = new Int8Array(TEXT_SIZE);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < base64.length && at < TEXT_SIZE; index += 1) {
    const digit = DIGITS.indexOf(base64.charAt(index));
    if (digit < 0) continue;
    held = (held << 6) | digit;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 255;
    at += 1;
  }
  return bytes;
}
