/** What happened to a mailbox, by history id: increasing, with gaps, forgotten after a while. */
import type { gmail_v1 } from '@googleapis/gmail';
import { invalidArgument, notFound } from './errors.ts';

export type HistoryEntry =
  | { readonly type: 'messageAdded' | 'messageDeleted' }
  | { readonly type: 'labelAdded' | 'labelRemoved'; readonly labelIds: readonly string[] };

export type HistoryType = HistoryEntry['type'];
const HISTORY_TYPES: readonly string[] = [
  'messageAdded',
  'messageDeleted',
  'labelAdded',
  'labelRemoved',
] satisfies HistoryType[];

interface RecordedMessage {
  readonly id: string;
  readonly threadId: string;
  readonly labels: ReadonlySet<string>;
}

interface HistoryRecord {
  readonly id: bigint;
  readonly entry: HistoryEntry;
  readonly message: { readonly id: string; readonly threadId: string; readonly labelIds: readonly string[] };
}

export interface HistoryQuery {
  readonly startHistoryId: string;
  readonly historyTypes: readonly string[];
  readonly labelId?: string;
  readonly pageToken?: string;
  readonly limit: number;
}

function schemaOf({ id, entry, message }: HistoryRecord): gmail_v1.Schema$History {
  const brief = { id: message.id, threadId: message.threadId };
  const full = { ...brief, labelIds: [...message.labelIds] };
  const common = { id: id.toString(), messages: [brief] };
  switch (entry.type) {
    case 'messageAdded':
      return { ...common, messagesAdded: [{ message: full }] };
    case 'messageDeleted':
      return { ...common, messagesDeleted: [{ message: full }] };
    case 'labelAdded':
      return { ...common, labelsAdded: [{ message: full, labelIds: [...entry.labelIds] }] };
    case 'labelRemoved':
      return { ...common, labelsRemoved: [{ message: full, labelIds: [...entry.labelIds] }] };
  }
}

export class MailHistory {
  current = 987_654_321n;
  #oldest = 0n;
  readonly #records: HistoryRecord[] = [];

  add(message: RecordedMessage, entry: HistoryEntry): bigint {
    this.current += 3n + BigInt(this.#records.length % 11);
    this.#records.push({
      id: this.current,
      entry,
      message: { id: message.id, threadId: message.threadId, labelIds: [...message.labels] },
    });
    return this.current;
  }

  /** Everything up to now is forgotten: an older start is answered 404. */
  expire(): void {
    this.#oldest = this.current + 1n;
    this.current += 10n;
  }

  /** Records after `startHistoryId`, oldest first; as at Gmail, the key `history` is missing where there are none. */
  list({ startHistoryId, historyTypes, labelId, pageToken, limit }: HistoryQuery): gmail_v1.Schema$ListHistoryResponse {
    if (!/^\d+$/.test(startHistoryId)) throw invalidArgument('Invalid startHistoryId');
    if (historyTypes.some((type) => !HISTORY_TYPES.includes(type)))
      throw invalidArgument('Invalid value at history_types');
    if (BigInt(startHistoryId) < this.#oldest) throw notFound();
    const start = pageToken === undefined ? BigInt(startHistoryId) : BigInt(pageToken);
    const found = this.#records.filter(
      ({ id, entry, message }) =>
        id > start &&
        (historyTypes.length === 0 || historyTypes.includes(entry.type)) &&
        (labelId === undefined || message.labelIds.includes(labelId)),
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      ...(page.length > 0 ? { history: page.map(schemaOf) } : {}),
      ...(found.length > page.length && last ? { nextPageToken: last.id.toString() } : {}),
      historyId: this.current.toString(),
    };
  }
}
