/** Where the mailbox's first messages come from: an mbox as Google Takeout writes it, or messages given one by one. */
import { readFileSync } from 'node:fs';
import { headerOf, readHeaderFields, splitMessage } from './mime-tree.ts';

export interface Seed {
  /** RFC 5322 source. */
  readonly raw: Buffer | string;
  /** Gmail's ids, hexadecimal; made up where absent. */
  readonly id?: string;
  readonly threadId?: string;
  /** System ids (INBOX, SENT …) and names of the user's own labels. */
  readonly labels?: readonly string[];
  /** Epoch ms; the Date header where absent. */
  readonly at?: number;
}

/** Takeout's English names of the system labels; names that stand for no label are ''. */
const TAKEOUT_LABELS: Readonly<Record<string, string>> = {
  inbox: 'INBOX',
  sent: 'SENT',
  unread: 'UNREAD',
  starred: 'STARRED',
  important: 'IMPORTANT',
  spam: 'SPAM',
  trash: 'TRASH',
  drafts: 'DRAFT',
  draft: 'DRAFT',
  chat: 'CHAT',
  opened: '',
  archived: '',
  'category personal': 'CATEGORY_PERSONAL',
  'category promotions': 'CATEGORY_PROMOTIONS',
  'category updates': 'CATEGORY_UPDATES',
  'category social': 'CATEGORY_SOCIAL',
  'category forums': 'CATEGORY_FORUMS',
};

const POSTMARK = Buffer.from('\nFrom ');

/** `From 1520524314001511398@xxx Mon Jan 02 03:04:05 +0000 2017` */
function readPostmark(line: string): { readonly id?: string; readonly at?: number } {
  const takeout = /^From (\d+)@xxx \w{3} (\w{3}) (\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})/.exec(line);
  if (!takeout) return {};
  const [, decimal = '', month, day, time, zone, year] = takeout;
  const at = Date.parse(`${day} ${month} ${year} ${time} ${zone}`);
  return { id: BigInt(decimal).toString(16), ...(Number.isNaN(at) ? {} : { at }) };
}

function readTakeoutLabels(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .map((name) => TAKEOUT_LABELS[name.toLowerCase()] ?? name)
    .filter((name) => name !== '');
}

function seedOf(block: Buffer): Seed {
  const lineEnd = block.indexOf('\n');
  const { id, at } = readPostmark(block.subarray(0, lineEnd).toString('latin1'));
  // One empty line ends every message of an mbox and is not part of it.
  const raw = block.subarray(
    lineEnd + 1,
    block.at(-1) === 10 && block.length > lineEnd + 2 ? block.length - 1 : block.length,
  );
  const fields = readHeaderFields(splitMessage(raw).head);
  const decimalThread = headerOf(fields, 'X-GM-THRID');
  const labels = headerOf(fields, 'X-Gmail-Labels');
  return {
    raw,
    ...(id === undefined ? {} : { id }),
    ...(at === undefined ? {} : { at }),
    ...(/^\d+$/.test(decimalThread) ? { threadId: BigInt(decimalThread).toString(16) } : {}),
    ...(labels ? { labels: readTakeoutLabels(labels) } : {}),
  };
}

/** The messages of an mbox; they share the file's one buffer, so that 100,000 of them fit. */
export function readMboxSeeds(path: string): Seed[] {
  const file = readFileSync(path);
  const starts: number[] = file.subarray(0, 5).toString('latin1') === 'From ' ? [0] : [];
  for (let at = file.indexOf(POSTMARK); at !== -1; at = file.indexOf(POSTMARK, at + 1)) starts.push(at + 1);
  return starts.map((start, index) => seedOf(file.subarray(start, starts[index + 1] ?? file.length)));
}

/** The source as Gmail holds it: mboxrd's quoting of `From ` lines taken back, Takeout's own two fields taken out. */
export function sourceOf(raw: Buffer): Buffer {
  let text: string | undefined;
  if (raw.includes('\n>')) text = raw.toString('latin1').replace(/^>(>*From )/gm, '$1');
  if (raw.subarray(0, 4096).includes('X-GM-THRID')) {
    text = (text ?? raw.toString('latin1'))
      .replace(/^X-GM-THRID:.*\r?\n/m, '')
      .replace(/^X-Gmail-Labels:.*\r?\n(?:[ \t].*\r?\n)*/m, '');
  }
  return text === undefined ? raw : Buffer.from(text, 'latin1');
}
