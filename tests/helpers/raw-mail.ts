/** Raw messages for tests: octets as a file would hold them. */
import type { RawMessage } from '#main/import/sources/raw-message.ts';

export const HEADERS = [
  'From: Ann Lee <ann@lee.example>',
  'To: Olive Owner <olive@owner.example>',
  'Subject: Lunch',
  'Date: Thu, 22 Aug 2002 11:26:25 +0000',
  'Message-ID: <1@lee.example>',
];

/** Header lines, an empty line, a body; lines end with CRLF. */
export function mail(body: string, headers: readonly string[] = HEADERS): string {
  return `${headers.join('\r\n')}\r\n\r\n${body.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')}`;
}

/** A text is taken as UTF-8, octets as they are. */
export function aRawMessage(source: string | Uint8Array<ArrayBuffer>, differing: Partial<RawMessage> = {}): RawMessage {
  const bytes = typeof source === 'string' ? new Uint8Array(Buffer.from(source, 'utf8')) : source;
  return {
    path: 'test.eml',
    offset: 0,
    position: 1,
    bytes,
    sizeBytes: bytes.length,
    labels: [],
    defects: [],
    ...differing,
  };
}

/** Each character as one octet: how other charsets than UTF-8 are written in a test. */
export function octets(latin1: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(latin1, 'latin1'));
}
