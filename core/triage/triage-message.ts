/** A message without its body: all that ranking and verdicts need, light enough to replay a whole mailbox. */
import type { Address } from '../mail/address.ts';
import type { Attachment, Direction, ListHeaders, MessageRowId, ThreadRowId } from '../mail/message.ts';
import type { Signals } from '../outreach/signals.ts';

export interface TriageMessage {
  readonly id: MessageRowId;
  readonly messageId: string;
  readonly threadId: ThreadRowId;
  readonly direction: Direction;
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly deliveredTo: readonly string[];
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly subject: string;
  /** Place in time: the order of judging. */
  readonly receivedAt: number;
  readonly headers: ListHeaders;
  readonly labels: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly sizeBytes: number;
  readonly signals: Signals;
}
