/** One user's mailbox: messages, threads, labels, drafts, filters, and the history of what happened to them. */
import type { gmail_v1 } from '@googleapis/gmail';
import { invalidArgument, GmailAnswer, notFound } from './errors.ts';
import { type HistoryEntry, MailHistory } from './history.ts';
import {
  addressesIn,
  bareSubject,
  type Delivery,
  type ListQuery,
  type MailboxMessage,
  readSource,
  SYSTEM_LABELS,
} from './mailbox-message.ts';
import { headerOf, readHeaderFields, splitMessage } from './mime-tree.ts';
import { readQuery } from './query.ts';
import { type Seed, sourceOf } from './seed.ts';

interface Draft {
  readonly id: string;
  readonly message: MailboxMessage;
}

export interface MailboxOptions {
  readonly address: string;
  readonly sendAs: readonly { readonly address: string; readonly name: string }[];
  readonly clock: () => number;
  /** Gmail replaces Message-IDs of mail sent over the API in cases it does not publish; `rewrite` is the harder case. */
  readonly messageIds: 'keep' | 'rewrite';
}

export class Mailbox {
  readonly options: MailboxOptions;
  readonly history = new MailHistory();
  readonly deliveries: Delivery[] = [];
  readonly labelNames = new Map<string, string>(SYSTEM_LABELS.map((id) => [id, id]));
  readonly filters: gmail_v1.Schema$Filter[] = [];
  readonly drafts = new Map<string, Draft>();
  readonly #messages = new Map<string, MailboxMessage>();
  readonly #byMessageId = new Map<string, MailboxMessage>();
  readonly #threads = new Map<string, MailboxMessage[]>();
  #newestFirst: MailboxMessage[] = [];
  #sorted = true;
  #serial = 0;

  constructor(options: MailboxOptions) {
    this.options = options;
  }

  get size(): number {
    return this.#messages.size;
  }

  get ownerAddresses(): readonly string[] {
    return [this.options.address, ...this.options.sendAs.map(({ address }) => address)];
  }

  /** Adds a message that was there before anything was looked at: no history. */
  seed(seed: Seed): MailboxMessage {
    return this.#insert(seed, sourceOf(Buffer.from(seed.raw)));
  }

  /** A message arrives now: filters apply, history tells. */
  deliver(seed: Seed): MailboxMessage {
    const message = this.#insert(
      { labels: ['INBOX', 'UNREAD'], at: this.options.clock(), ...seed },
      Buffer.from(seed.raw),
    );
    for (const { criteria, action } of this.filters) {
      if (criteria?.from && !message.from.includes(criteria.from.toLowerCase())) continue;
      for (const label of action?.addLabelIds ?? []) message.labels.add(label);
      for (const label of action?.removeLabelIds ?? []) message.labels.delete(label);
    }
    this.#record(message, { type: 'messageAdded' });
    return message;
  }

  /** Gone for good, as by "delete forever" in another client. */
  remove(id: string): void {
    const message = this.get(id);
    this.#messages.delete(id);
    this.#byMessageId.delete(message.messageId);
    this.#newestFirst = this.#newestFirst.filter((one) => one !== message);
    const rest = (this.#threads.get(message.threadId) ?? []).filter((one) => one !== message);
    if (rest.length > 0) this.#threads.set(message.threadId, rest);
    else this.#threads.delete(message.threadId);
    this.#record(message, { type: 'messageDeleted' });
  }

  /** Changes labels; a label that is already there or already gone makes no history. */
  modify(id: string, addLabelIds: readonly string[], removeLabelIds: readonly string[]): MailboxMessage {
    const message = this.get(id);
    for (const label of [...addLabelIds, ...removeLabelIds]) {
      if (label === 'SENT' || label === 'DRAFT') throw invalidArgument(`Cannot modify label: ${label}`);
      if (!this.labelNames.has(label)) throw invalidArgument(`Invalid label: ${label}`);
    }
    const added = addLabelIds.filter((label) => !message.labels.has(label));
    const removed = removeLabelIds.filter((label) => message.labels.has(label));
    for (const label of added) message.labels.add(label);
    for (const label of removed) message.labels.delete(label);
    if (added.length > 0) this.#record(message, { type: 'labelAdded', labelIds: added });
    if (removed.length > 0) this.#record(message, { type: 'labelRemoved', labelIds: removed });
    return message;
  }

  /** Gives a message a label that `labels.list` does not name, as was seen at Gmail (lieer #48). */
  addUnlistedLabel(id: string, labelId: string): void {
    const message = this.get(id);
    if (message.labels.has(labelId)) return;
    message.labels.add(labelId);
    this.#record(message, { type: 'labelAdded', labelIds: [labelId] });
  }

  trash(id: string): MailboxMessage {
    return this.modify(id, ['TRASH'], ['INBOX']);
  }

  get(id: string): MailboxMessage {
    const message = this.#messages.get(id);
    if (!message) throw notFound();
    return message;
  }

  has(id: string): boolean {
    return this.#messages.has(id);
  }

  byMessageId(messageId: string): MailboxMessage | undefined {
    return this.#byMessageId.get(messageId);
  }

  /** Oldest first; throws 404 where there is none. */
  thread(threadId: string): readonly MailboxMessage[] {
    const messages = this.#threads.get(threadId);
    if (!messages) throw notFound();
    return messages.toSorted((a, b) => a.at - b.at);
  }

  /** Newest first, after the message that `pageToken` names. */
  list({ q = '', labelIds = [], includeSpamTrash = false, pageToken = '', limit }: ListQuery): {
    readonly page: readonly MailboxMessage[];
    readonly next?: string;
  } {
    const matches = this.matcher(q, includeSpamTrash);
    const wantsHidden = includeSpamTrash || labelIds.includes('SPAM') || labelIds.includes('TRASH');
    const hidden = (message: MailboxMessage): boolean => message.labels.has('SPAM') || message.labels.has('TRASH');
    const all = this.newestFirst();
    const page: MailboxMessage[] = [];
    for (let index = pageToken === '' ? 0 : this.#indexAfter(pageToken, all); index < all.length; index += 1) {
      const message = all[index];
      if (!message || (!wantsHidden && hidden(message)) || !labelIds.every((label) => message.labels.has(label)))
        continue;
      if (q !== '' && !matches(message)) continue;
      const last = page.at(-1);
      if (page.length === limit && last)
        return { page, next: Buffer.from(`${last.at}:${last.id}`).toString('base64url') };
      page.push(message);
    }
    return { page };
  }

  /** A test of one message by Gmail's search language. */
  matcher(q: string, includeSpamTrash = false): (message: MailboxMessage) => boolean {
    const context = { ownerAddresses: this.ownerAddresses, labelIdNamed: (name: string) => this.labelIdNamed(name) };
    return readQuery(q, context, includeSpamTrash);
  }

  newestFirst(): readonly MailboxMessage[] {
    if (!this.#sorted) {
      this.#newestFirst.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
      this.#sorted = true;
    }
    return this.#newestFirst;
  }

  labelIdNamed(name: string): string | undefined {
    for (const [id, one] of this.labelNames) if (one.toLowerCase() === name.toLowerCase()) return id;
    return undefined;
  }

  createLabel(name: string): string {
    if (this.labelIdNamed(name) !== undefined) {
      throw new GmailAnswer({ status: 409, reason: 'aborted', message: 'Label name exists or conflicts' });
    }
    const id = `Label_${this.labelNames.size - SYSTEM_LABELS.length + 1}`;
    this.labelNames.set(id, name);
    return id;
  }

  createDraft(raw: Buffer, threadId: string | undefined): Draft {
    const message = this.#insert(
      { raw, labels: ['DRAFT'], at: this.options.clock(), ...this.#threadForWriting(raw, threadId) },
      raw,
    );
    const draft = { id: `r-${(0x5eed_0000n + BigInt(++this.#serial)).toString()}`, message };
    this.drafts.set(draft.id, draft);
    this.#record(message, { type: 'messageAdded' });
    return draft;
  }

  deleteDraft(id: string): void {
    const draft = this.drafts.get(id);
    if (!draft) throw notFound();
    this.drafts.delete(id);
    this.remove(draft.message.id);
  }

  /** Sending consumes the draft: its message goes, a new one with SENT comes, a repeat finds nothing (404). */
  sendDraft(id: string): MailboxMessage {
    const draft = this.drafts.get(id);
    if (!draft) throw notFound();
    this.deleteDraft(id);
    return this.#post(draft.message.raw, { threadId: draft.message.threadId });
  }

  send(raw: Buffer, threadId: string | undefined): MailboxMessage {
    return this.#post(raw, this.#threadForWriting(raw, threadId));
  }

  #post(raw: Buffer, placement: { readonly threadId?: string }): MailboxMessage {
    const { head, body } = splitMessage(raw);
    const fields = readHeaderFields(head);
    const recipients = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesIn(headerOf(fields, name)));
    if (recipients.length === 0) throw invalidArgument('Recipient address required');
    const from = addressesIn(headerOf(fields, 'From'))[0];
    const own = headerOf(fields, 'Message-ID');
    const messageId =
      own !== '' && this.options.messageIds === 'keep'
        ? own
        : `<CAF${(++this.#serial).toString(36)}${this.options.clock().toString(36)}@mail.gmail.com>`;
    const lines = head.split(/\r?\n(?![ \t])/).filter((line) => !/^(?:message-id|bcc):/i.test(line));
    // Gmail sends only as the account or one of its send-as addresses, whatever From says.
    const written = lines.map((line) =>
      /^from:/i.test(line) && from !== undefined && !this.ownerAddresses.includes(from)
        ? `From: ${this.options.address}`
        : line,
    );
    const source = Buffer.concat([
      Buffer.from([...written, `Message-ID: ${messageId}`, '', ''].join('\r\n'), 'latin1'),
      body,
    ]);
    const toSelf = recipients.some((recipient) => this.ownerAddresses.includes(recipient));
    const labels = toSelf ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'];
    const message = this.#insert({ raw: source, labels, at: this.options.clock(), ...placement }, source);
    this.deliveries.push({
      messageId,
      id: message.id,
      threadId: message.threadId,
      recipients,
      raw: source.toString('utf8'),
    });
    this.#record(message, { type: 'messageAdded' });
    return message;
  }

  #threadForWriting(raw: Buffer, threadId: string | undefined): { readonly threadId?: string } {
    if (threadId === undefined) return {};
    if (!/^[0-9a-f]{1,16}$/.test(threadId)) throw invalidArgument('Invalid thread_id value');
    const messages = this.#threads.get(threadId);
    if (!messages) throw notFound();
    const fields = readHeaderFields(splitMessage(raw).head);
    const cited = `${headerOf(fields, 'References')} ${headerOf(fields, 'In-Reply-To')}`;
    const citesThread = messages.some((message) => message.messageId !== '' && cited.includes(message.messageId));
    const subject = bareSubject(headerOf(fields, 'Subject'));
    const sameSubject = messages.some((message) => bareSubject(message.subject) === subject);
    // Without both, Gmail accepts the message and opens another thread for it.
    return citesThread && sameSubject ? { threadId } : {};
  }

  #insert(seed: Seed, raw: Buffer): MailboxMessage {
    const { datedAt, ...source } = readSource(raw);
    const at = seed.at ?? datedAt ?? this.options.clock();
    const id = seed.id ?? this.#newId(at);
    // Gmail threads by citation and subject together.
    const subject = bareSubject(source.subject);
    const cited = source.references
      .map((messageId) => this.#byMessageId.get(messageId))
      .find((parent) => parent !== undefined && bareSubject(parent.subject) === subject);
    const isOwn = this.ownerAddresses.some((address) => source.from.includes(address));
    const labels = new Set((seed.labels ?? (isOwn ? ['SENT'] : ['INBOX'])).map((name) => this.#labelId(name)));
    const threadId = seed.threadId ?? cited?.threadId ?? id;
    const message: MailboxMessage = { ...source, id, threadId, labels, at, historyId: this.history.current };
    if (this.#messages.has(id)) throw new Error(`the mailbox already holds a message ${id}`);
    this.#messages.set(id, message);
    if (message.messageId !== '' && !labels.has('DRAFT')) this.#byMessageId.set(message.messageId, message);
    const thread = this.#threads.get(message.threadId);
    if (thread) thread.push(message);
    else this.#threads.set(message.threadId, [message]);
    this.#newestFirst.push(message);
    this.#sorted = false;
    return message;
  }

  #labelId(name: string): string {
    if (this.labelNames.has(name)) return name;
    return this.labelIdNamed(name) ?? this.createLabel(name);
  }

  /** Ids grow with time, as Gmail's do: ms since the epoch in the upper bits. */
  #newId(at: number): string {
    for (;;) {
      this.#serial += 1;
      const id = ((BigInt(Math.max(0, Math.trunc(at))) << 20n) | BigInt((this.#serial * 2654435) & 0xfffff))
        .toString(16)
        .padStart(16, '1');
      if (!this.#messages.has(id)) return id;
    }
  }

  #indexAfter(pageToken: string, all: readonly MailboxMessage[]): number {
    const [atText = '', id = ''] = Buffer.from(pageToken, 'base64url').toString().split(':');
    const at = Number(atText);
    if (!Number.isFinite(at) || id === '') throw invalidArgument('Invalid pageToken');
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = all[middle];
      if (one && (one.at > at || (one.at === at && one.id >= id))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #record(message: MailboxMessage, entry: HistoryEntry): void {
    message.historyId = this.history.add(message, entry);
  }
}
