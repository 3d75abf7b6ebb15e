/** Message-IDs as headers write them (RFC 5322 §3.6.4): with angle brackets, in lists, broken. */

/** A References header of a very long thread keeps its ends: the start of the thread and the latest messages. */
const MAX_REFERENCES = 200;
const MAX_ID_LENGTH = 998;

/** Every id in a References or In-Reply-To header, in order, each once, with its angle brackets. */
export function readMessageIds(value: string): readonly string[] {
  const ids = new Set<string>();
  for (const match of value.matchAll(/<([^<>]{1,998})>/g)) {
    // Folding put white space into long ids; no id has any (RFC 5322 §3.6.4).
    const id = (match[1] ?? '').replaceAll(/\s+/g, '');
    if (id !== '') ids.add(`<${id}>`);
  }
  const all = [...ids];
  return all.length <= MAX_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MAX_REFERENCES)];
}

/** The id of a Message-ID header; also one written without angle brackets. Undefined where there is none. */
export function readMessageId(value: string): string | undefined {
  const bracketed = readMessageIds(value)[0];
  if (bracketed !== undefined) return bracketed;
  const bare = value.replaceAll(/[<>\s]+/g, '').slice(0, MAX_ID_LENGTH);
  return bare === '' ? undefined : `<${bare}>`;
}

/**
 * An id for a message that came without one, made from what two copies of it share.
 *
 * 106 bits of a plain string hash (cyrb53 by bryc, public domain, with two seeds): no secret hangs on it, and a mailbox
 * would need some 10^15 such messages for a chance collision.
 */
export function missingMessageId(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  const hex = (seed: number): string => cyrb53(text, seed).toString(16).padStart(14, '0');
  return `<${hex(1)}${hex(2)}@missing.acquaint.invalid>`;
}

function cyrb53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
