/**
 * Header fields that hold what they are given and nothing else (RFC 5322 §2.2, RFC 2047).
 *
 * Subject, names and Message-IDs of a reply are copied from the mail of a stranger, who may try to smuggle a line break
 * and with it a field of his own (`Bcc:`) into it. So identifiers and addresses are taken only in a form that cannot hold
 * one, and words are written as printable ASCII or as encoded words, never as they came.
 */

/** RFC 5322 §2.1.1: lines should have at most 78 characters, without the line break. */
const LINE_LENGTH = 78;

/** RFC 2047 §2: an encoded word has at most 75 characters. */
const ENCODED_WORD_LENGTH = 75;

const ENCODED_START = '=?utf-8?q?';
const ENCODED_END = '?=';

/** RFC 5321 §4.5.3.1: 64 octets before the `@`, 255 after it. Quoted and internationalised local parts are not taken. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=[^@]{1,255}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** RFC 5322 §3.6.4 in the widest form seen in mail: printable ASCII without spaces and brackets, between brackets. */
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/;

/** Whether an address can be written into a header without quoting, encoding or doubt. */
export function isSendableAddress(address: string): boolean {
  return ADDRESS.test(address);
}

/** Whether a Message-ID, with its angle brackets, can be written into a header as it is. */
export function isMessageId(id: string): boolean {
  return MESSAGE_ID.test(id);
}

/** `Name: value` of free text (RFC 5322 §3.6.5), folded, without the last line break. */
export function textField(name: string, value: string): string {
  const clean = oneLine(value);
  return fold(`${name}:`, needsEncoding(clean) ? encodedWords(clean, name.length + 2) : clean.split(' '));
}

/** `Name: "Display Name" <address>`; the name is left out where it says no more than the address. */
export function mailboxField(name: string, mailbox: { readonly name: string; readonly address: string }): string {
  const clean = oneLine(mailbox.name);
  if (clean === '' || clean.toLowerCase() === mailbox.address.toLowerCase()) return `${name}: <${mailbox.address}>`;
  const words = needsEncoding(clean) ? encodedWords(clean, name.length + 2) : quoted(clean).split(' ');
  return fold(`${name}:`, [...words, `<${mailbox.address}>`]);
}

/** `Name: <id> <id>`, an id a line. The ids must be `isMessageId`. */
export function idField(name: string, ids: readonly string[]): string {
  return `${name}: ${ids.join('\r\n ')}`;
}

/** A header's text as one line: whatever could break it (controls, line and paragraph separators) or turn it round is a space. */
export function oneLine(value: string): string {
  return value
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The UTF-8 octets of a well-formed text as `=XX`. */
export function octets(character: string): string {
  const percent = encodeURIComponent(character);
  return percent.startsWith('%') ? percent.replaceAll('%', '=') : hex(character);
}

function hex(character: string): string {
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Anything but printable ASCII, words too long to fold, and text that a reader would itself take for an encoded word. */
function needsEncoding(text: string): boolean {
  return /[^\x20-\x7e]/.test(text) || text.includes('=?') || /\S{70}/.test(text);
}

function quoted(name: string): string {
  return /^[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*$/.test(name) ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** RFC 2047 §4.2 and §5 (3): in names only letters, digits and `!*+-/` stand for themselves; a character is never split. */
function encodedWords(text: string, columnsTaken: number): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const written = /[A-Za-z0-9!*+/-]/.test(character) ? character : character === ' ' ? '_' : octets(character);
    const room =
      ENCODED_WORD_LENGTH - ENCODED_START.length - ENCODED_END.length - (words.length === 0 ? columnsTaken : 0);
    if (word.length + written.length > room) {
      words.push(`${ENCODED_START}${word}${ENCODED_END}`);
      word = '';
    }
    word += written;
  }
  return [...words, `${ENCODED_START}${word}${ENCODED_END}`];
}

/** RFC 5322 §2.2.3: a long field goes on in the next line, which begins with a space. */
function fold(start: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = start;
  for (const word of words) {
    if (line.length + 1 + word.length > LINE_LENGTH && line !== start) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\r\n');
}
