/** What a store has otherwise than the test server's mailbox, field by field; nothing where a sync did its work. */
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { prepareGmailMessage, readGmailMessage } from '#main/engine/sync/read-gmail-message.ts';
import type { ReadableDb } from '#main/store/database.ts';
import type { PreparedMessage } from '#main/store/prepared-message.ts';
import { getSetting } from '#main/store/settings.ts';
import type { MailboxMessage } from './gmail-server/mailbox-message.ts';
import type { GmailServer } from './gmail-server/server.ts';

type Fields = Readonly<Record<string, string | number>>;

interface Row extends Record<string, string | number> {
  readonly gmailId: string;
  readonly labels: string;
}

const ROWS = `WITH ids AS (
    SELECT gmail_id, message_id FROM sources WHERE gmail_id IS NOT NULL
    UNION SELECT gmail_id, message_id FROM gmail_copies)
  SELECT ids.gmail_id AS gmailId, t.gmail_thread_id AS thread, m.message_id AS messageId, m.from_address AS fromAddress,
    m.from_name AS fromName, m.direction, m.received_at AS receivedAt, m.subject, m.is_reply AS isReply, m.snippet,
    m.attachment_count AS attachmentCount, m.labels, e.envelope, hex(b.body) AS body
  FROM ids JOIN messages m ON m.id = ids.message_id JOIN threads t ON t.id = m.thread_id
    JOIN envelopes e ON e.message_id = m.id JOIN bodies b ON b.message_id = m.id`;

/**
 * The mailbox read again from its sources, without network, and compared with what is stored.
 *
 * Drafts are never stored; spam and trash only where they were stored before they became that.
 */
export async function mailboxDifferences(db: ReadableDb, { mailbox }: GmailServer): Promise<readonly string[]> {
  const wrong: string[] = [];
  const rows = new Map((db.prepare(ROWS).all() as Row[]).map((row) => [row.gmailId, row]));
  const owner = getSetting(db, 'owner') ?? UNKNOWN_OWNER;
  for (const held of mailbox.newestFirst()) {
    const row = rows.get(held.id);
    rows.delete(held.id);
    const labels = [...held.labels].map((label) => mailbox.labelNames.get(label) ?? label);
    if (held.labels.has('DRAFT')) {
      if (row) wrong.push(`the draft ${held.id} is stored`);
      continue;
    }
    if (!row) {
      if (!held.labels.has('SPAM') && !held.labels.has('TRASH')) wrong.push(`${held.id} (${held.subject}) is missing`);
      continue;
    }
    const mail = await readGmailMessage({
      gmailId: held.id,
      gmailThreadId: held.threadId,
      labelIds: [...held.labels],
      receivedAt: held.at,
      bytes: new Uint8Array(held.raw),
    });
    if (!mail) continue;
    const read = prepareGmailMessage(mail, labels, owner);
    const there = fieldsOf(read, held);
    const here: Fields = { ...row, labels: sorted(JSON.parse(row.labels) as string[]) };
    for (const [name, value] of Object.entries(there)) {
      if (here[name] !== value)
        wrong.push(
          `${held.id} (${held.subject}): ${name} is ${String(here[name]).slice(0, 200)} here and ${String(value).slice(0, 200)} at Gmail`,
        );
    }
  }
  for (const id of rows.keys()) wrong.push(`${id} is here and not at Gmail`);
  return wrong;
}

function fieldsOf(message: PreparedMessage, { threadId }: MailboxMessage): Fields {
  return {
    thread: threadId,
    messageId: message.messageId,
    fromAddress: message.from.address,
    fromName: message.from.name,
    direction: message.direction,
    receivedAt: message.receivedAt,
    subject: message.subject,
    isReply: Number(message.isReply),
    snippet: message.snippet,
    attachmentCount: message.attachmentCount,
    labels: sorted(message.labels),
    envelope: message.envelope,
    body: Buffer.from(message.body).toString('hex').toUpperCase(),
  };
}

const sorted = (labels: readonly string[]): string => labels.toSorted().join();
