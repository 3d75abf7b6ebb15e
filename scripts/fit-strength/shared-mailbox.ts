/** Mailboxes of the shared data, and the three real ones as streams of events like the frozen benchmark, but with outsiders. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mailboxKey } from '#core/mail/address.ts';
import type { IncomingMessage } from '#core/mail/message.ts';
import { type Owner, UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { readMessage } from '#main/import/mime/read-message.ts';
import { mboxSource } from '#main/import/sources/mail-source.ts';
import { loadMessage } from '#main/import/sources/raw-message.ts';
import { DATA_DIR, type MailEvent } from './frozen-benchmark.ts';

export const ENRON_MAILBOXES = ['allen-p', 'arnold-j', 'arora-h'] as const;

/** Broken dates of this collection stand at 1980. */
const FIRST_REAL_AT = Date.UTC(1990, 0, 1);

export interface Mailbox {
  readonly owner: Owner;
  /** In order of `receivedAt`. */
  readonly messages: readonly IncomingMessage[];
}

/** A mailbox folder of the shared data (`mailbox.mbox` or `.gz`, `owner.json`), read as an import would read it. */
export async function readMailbox(folder: string): Promise<Mailbox> {
  const directory = path.join(DATA_DIR, folder);
  const owner: Owner = {
    ...UNKNOWN_OWNER,
    ...(JSON.parse(readFileSync(path.join(directory, 'owner.json'), 'utf8')) as Partial<Owner>),
  };
  const plain = path.join(directory, 'mailbox.mbox');
  const file = existsSync(plain) ? plain : `${plain}.gz`;
  const messages: IncomingMessage[] = [];
  for await (const found of mboxSource(file, statSync(file).size, file.endsWith('.gz')).messages())
    messages.push(await readMessage(loadMessage(found)));
  return { owner, messages: messages.sort((a, b) => a.receivedAt - b.receivedAt) };
}

/** A mailbox as events of one user, whose main address stands for all; copies of a message are left out. */
export function asEvents({ owner, messages }: Mailbox): readonly MailEvent[] {
  const own = new Set(owner.addresses.map(mailboxKey));
  const main = owner.addresses[0] ?? '';
  const seen = new Set<string>();
  const events: MailEvent[] = [];
  for (const { from, to, cc, subject, receivedAt } of messages) {
    if (receivedAt < FIRST_REAL_AT) continue;
    const unified = (address: string): string => (own.has(mailboxKey(address)) ? main : address);
    const addresses = (list: readonly { readonly address: string }[]): string[] =>
      list.map(({ address }) => unified(address)).filter((address) => address !== '');
    const recipients = [...new Set([...addresses(to), ...addresses(cc)])];
    const sender = unified(from.address);
    const copy = [sender, Math.floor(receivedAt / 1000), subject, ...recipients.toSorted()].join('\n');
    if (seen.has(copy)) continue;
    seen.add(copy);
    const sent = sender === main;
    const place = addresses(to).includes(main) ? 'to' : addresses(cc).includes(main) ? 'cc' : '?';
    events.push({
      user: 0,
      i: events.length,
      direction: sent ? 'sent' : 'received',
      at: receivedAt,
      from: sender,
      recipients,
      place: sent ? undefined : place,
      subject,
    });
  }
  return events;
}
