/** Gmail label ids from the names of folders and files, and from Maildir flags. */
import { basename, dirname, extname } from 'node:path';
import { labelIdOf } from '#core/mail/gmail-labels.ts';
import { firstField, type HeaderField } from '#core/mail/header-field.ts';

const FOLDER_IDS: ReadonlySet<string> = new Set(['INBOX', 'SENT', 'SPAM', 'TRASH', 'DRAFT']);

/** The system label that a mailbox file or folder is named after (`Sent.mbox`, `Gesendet`); undefined for any other name. */
function systemLabelOf(name: string): string | undefined {
  const id = labelIdOf(name);
  return FOLDER_IDS.has(id) ? id : undefined;
}

/** Labels of everything in an mbox file: none, unless its name says which folder it is. */
export function labelsOfMboxFile(path: string): readonly string[] {
  const name = basename(path).replace(/\.gz$/i, '');
  // Apple Mail: `Sent Messages.mbox/mbox`.
  const telling = name.toLowerCase() === 'mbox' ? basename(dirname(path)) : name;
  const id = systemLabelOf(basename(telling, extname(telling))) ?? systemLabelOf(telling);
  return id === undefined ? [] : [id];
}

/**
 * The label of a Maildir folder: its path below the root, also in Maildir++ (`.Archive.2020`).
 *
 * The root itself is the inbox, unless it is named after another folder.
 */
export function labelOfMaildir(root: string, below: string): string {
  const plain = below.replaceAll('\\', '/').replace(/^\.+/, '').replaceAll('/.', '/');
  const parts = (below.startsWith('.') ? plain.split('.') : plain.split('/')).filter((part) => part !== '');
  const named = parts[0]?.toUpperCase() === 'INBOX' ? parts.slice(1) : parts;
  if (parts.length === 0) return systemLabelOf(basename(root)) ?? 'INBOX';
  if (named.length === 0) return 'INBOX';
  // `[Gmail]/Sent Mail` as IMAP tools write it.
  const last = named.at(-1) ?? '';
  return systemLabelOf(last) ?? named.join('/');
}

/** Labels of a message in a Maildir by its folder and the flags at the end of its name (https://cr.yp.to/proto/maildir.html). */
export function maildirLabels(folderLabel: string, fileName: string, isNew: boolean): readonly string[] {
  const flags = isNew ? '' : (/[:;!]2,([A-Za-z]*)$/.exec(fileName)?.[1] ?? '');
  const labels = [folderLabel];
  if (!flags.includes('S') && folderLabel !== 'SENT') labels.push('UNREAD');
  if (flags.includes('F')) labels.push('STARRED');
  if (flags.includes('D') && folderLabel !== 'DRAFT') labels.push('DRAFT');
  return flags.includes('T') ? ['TRASH', ...labels.filter((label) => label !== 'INBOX')] : labels;
}

/**
 * Labels of a message in an mbox, given what its file says and the status that a mail program wrote into its headers:
 * Mozilla's X-Mozilla-Status (bit 0 read, bit 3 deleted but still in the file), else Status (`R`: read) and X-Status (`D`: deleted).
 */
export function mboxLabels(fileLabels: readonly string[], fields: readonly HeaderField[]): readonly string[] {
  const mozilla = firstField(fields.slice(0, MOZILLA_FIELDS), 'x-mozilla-status');
  const bits = mozilla === undefined ? undefined : Number.parseInt(mozilla, 16);
  const status = firstField(fields, 'status');
  const isDeleted = bits === undefined ? (firstField(fields, 'x-status') ?? '').includes('D') : (bits & 8) !== 0;
  if (isDeleted) return ['TRASH'];
  const isUnread = bits === undefined ? status !== undefined && !status.includes('R') : (bits & 1) === 0;
  if (!isUnread || fileLabels.includes('SENT')) return fileLabels;
  return [...(fileLabels.length === 0 ? ['INBOX'] : fileLabels), 'UNREAD'];
}

/** Mozilla writes its field above all others; further down it is the sender's. */
const MOZILLA_FIELDS = 3;
