/** A message as it lies in a file: octets, and what the file around it says. */

export interface RawMessage {
  /** Of the file. */
  readonly path: string;
  /** Byte offset of the message (for mbox: of its postmark line) in the uncompressed file. */
  readonly offset: number;
  /** Offset of the octet after it: where reading goes on. */
  readonly endOffset: number;
  /** From the headers on; the `>From ` quoting of mbox is undone. May be cut short: `defects` says so. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Octets in the source, also where `bytes` was cut short. */
  readonly sizeBytes: number;
  /** The time on the postmark line, where there is one. */
  readonly postmarkAt?: number;
  /** Takeout's decimal X-GM-MSGID on the postmark line, in hexadecimal. */
  readonly gmailId?: string;
  /** When the file says it was delivered (Maildir); less sure than any header. */
  readonly filedAt?: number;
  /** What folder and flags say, as Gmail label ids. X-Gmail-Labels in the message wins over them. */
  readonly labels: readonly string[];
  readonly defects: readonly string[];
}

/** A message longer than this keeps its head only. Gmail takes 50 MB at most; text comes before attachments in nearly all mail. */
export const MAX_KEPT_BYTES = 64 * 1024 * 1024;
