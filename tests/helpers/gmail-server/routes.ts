/** Gmail v1 as far as Acquaint speaks it: path → method, units, scope, effect. */
import type { gmail_v1 } from '@googleapis/gmail';
import { GmailAnswer, invalidArgument, notFound, scopeMissing } from './errors.ts';
import type { Mailbox } from './mailbox.ts';
import type { MailboxMessage } from './mailbox-message.ts';
import { type AttachmentBytes, readPayload, snippetOf } from './mime-tree.ts';
import type { GmailMethod } from './quota.ts';

export interface Call {
  readonly httpMethod: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Route {
  readonly method: GmailMethod;
  readonly matches: (call: Call) => readonly string[] | undefined;
  readonly scopes: readonly string[];
  /** The answer's body; undefined is 204. */
  readonly run: (mailbox: Mailbox, parameters: readonly string[], call: Call) => unknown;
}

const SCOPE = 'https://www.googleapis.com/auth/gmail.';
const READ = [`${SCOPE}readonly`, `${SCOPE}modify`];
const WRITE = [`${SCOPE}modify`];
const FILTERS = [`${SCOPE}settings.basic`];

function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) throw invalidArgument('Invalid JSON payload received.');
  return body as Record<string, unknown>;
}

function textsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string'))
    throw invalidArgument('Invalid JSON payload received.');
  return value as string[];
}

function rawOf(message: unknown): { readonly raw: Buffer; readonly threadId: string | undefined } {
  const { raw, threadId } = objectOf(message);
  if (typeof raw !== 'string' || !/^[A-Za-z0-9_-]+=*$/.test(raw))
    throw invalidArgument("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  return {
    raw: Buffer.from(raw, 'base64url'),
    threadId: typeof threadId === 'string' && threadId !== '' ? threadId : undefined,
  };
}

const limitOf = (query: URLSearchParams, most = 500): number =>
  Math.min(most, Math.max(1, Number(query.get('maxResults') ?? 100) || 100));
const brief = ({ id, threadId }: MailboxMessage): gmail_v1.Schema$Message => ({ id, threadId });

function minimal(message: MailboxMessage): gmail_v1.Schema$Message {
  return {
    ...brief(message),
    ...(message.labels.size > 0 ? { labelIds: [...message.labels] } : {}),
    snippet: snippetOf(readPayload(message.raw, new Map())),
    historyId: message.historyId.toString(),
    internalDate: String(message.at),
    sizeEstimate: message.raw.length,
  };
}

function inFormat(message: MailboxMessage, query: URLSearchParams): gmail_v1.Schema$Message {
  switch (query.get('format') ?? 'full') {
    case 'minimal':
      return minimal(message);
    case 'raw':
      return { ...minimal(message), raw: message.raw.toString('base64url') };
    case 'metadata': {
      const wanted = query.getAll('metadataHeaders').map((name) => name.toLowerCase());
      const { mimeType, headers } = readPayload(message.raw, new Map());
      const kept = (headers ?? []).filter(
        ({ name }) => wanted.length === 0 || wanted.includes((name ?? '').toLowerCase()),
      );
      return { ...minimal(message), payload: { mimeType: mimeType ?? 'text/plain', headers: kept } };
    }
    case 'full':
      return { ...minimal(message), payload: readPayload(message.raw, new Map()) };
    default:
      throw invalidArgument('Invalid value at format');
  }
}

function listThreads(mailbox: Mailbox, query: URLSearchParams): gmail_v1.Schema$ListThreadsResponse {
  const seen = new Set<string>();
  const { page } = mailbox.list({ q: query.get('q') ?? '', labelIds: query.getAll('labelIds'), limit: mailbox.size });
  const threads = page.filter(({ threadId }) => !seen.has(threadId) && seen.add(threadId));
  const start = Number(query.get('pageToken') ?? 0);
  const limit = limitOf(query);
  const shown = threads.slice(start, start + limit);
  return {
    ...(shown.length > 0
      ? {
          threads: shown.map((message) => ({
            id: message.threadId,
            snippet: minimal(message).snippet ?? '',
            historyId: message.historyId.toString(),
          })),
        }
      : {}),
    ...(start + limit < threads.length ? { nextPageToken: String(start + limit) } : {}),
    resultSizeEstimate: threads.length,
  };
}

function listMessages(mailbox: Mailbox, query: URLSearchParams): gmail_v1.Schema$ListMessagesResponse {
  const { page, next } = mailbox.list({
    q: query.get('q') ?? '',
    labelIds: query.getAll('labelIds'),
    includeSpamTrash: query.get('includeSpamTrash') === 'true',
    pageToken: query.get('pageToken') ?? '',
    limit: limitOf(query),
  });
  return {
    ...(page.length > 0 ? { messages: page.map(brief) } : {}),
    ...(next === undefined ? {} : { nextPageToken: next }),
    resultSizeEstimate: next === undefined ? page.length : page.length + 1,
  };
}

function createFilter(mailbox: Mailbox, body: unknown): gmail_v1.Schema$Filter {
  const { criteria, action } = objectOf(body) as gmail_v1.Schema$Filter;
  if (!criteria || !action) throw invalidArgument('Filter is missing criteria or action');
  if (action.addLabelIds?.some((id) => id === 'SPAM' || !mailbox.labelNames.has(id)))
    throw invalidArgument('Invalid label in filter action');
  if (
    mailbox.filters.some((one) => JSON.stringify([one.criteria, one.action]) === JSON.stringify([criteria, action]))
  ) {
    throw new GmailAnswer({ status: 400, reason: 'failedPrecondition', message: 'Filter already exists' });
  }
  if (mailbox.filters.length >= 1000)
    throw new GmailAnswer({ status: 400, reason: 'failedPrecondition', message: 'Too many filters' });
  const filter = {
    id: `ANe1Bm${mailbox.filters.length + 1}${Math.trunc(mailbox.options.clock()).toString(36)}`,
    criteria,
    action,
  };
  mailbox.filters.push(filter);
  return filter;
}

function labelSchema(mailbox: Mailbox, id: string): gmail_v1.Schema$Label {
  const name = mailbox.labelNames.get(id);
  if (name === undefined) throw notFound();
  return { id, name, type: id.startsWith('Label_') ? 'user' : 'system' };
}

/** Path templates as in Gmail's reference, below `/gmail/v1/users/me`. */
function route(
  method: GmailMethod,
  httpMethod: string,
  template: string,
  scopes: readonly string[],
  run: Route['run'],
): Route {
  const pattern = new RegExp(`^/gmail/v1/users/(?:me|[^/]+@[^/]+)${template.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return {
    method,
    scopes,
    run,
    matches: (call) =>
      call.httpMethod === httpMethod ? pattern.exec(call.path)?.slice(1).map(decodeURIComponent) : undefined,
  };
}

const ROUTES: readonly Route[] = [
  route('users.getProfile', 'GET', '/profile', READ, (mailbox) => ({
    emailAddress: mailbox.options.address,
    messagesTotal: mailbox.size,
    threadsTotal: new Set(mailbox.newestFirst().map(({ threadId }) => threadId)).size,
    historyId: mailbox.history.current.toString(),
  })),
  route('users.messages.list', 'GET', '/messages', READ, (mailbox, _, { query }) => listMessages(mailbox, query)),
  route('users.messages.get', 'GET', '/messages/{id}', READ, (mailbox, [id = ''], { query }) =>
    inFormat(mailbox.get(id), query),
  ),
  route(
    'users.messages.attachments.get',
    'GET',
    '/messages/{id}/attachments/{attachment}',
    READ,
    (mailbox, [id = '', attachmentId = '']) => {
      const attachments: AttachmentBytes = new Map();
      readPayload(mailbox.get(id).raw, attachments);
      const bytes = attachments.get(attachmentId);
      if (!bytes) throw notFound();
      return { attachmentId, size: bytes.length, data: bytes.toString('base64url') };
    },
  ),
  route('users.messages.modify', 'POST', '/messages/{id}/modify', WRITE, (mailbox, [id = ''], { body }) => {
    const { addLabelIds, removeLabelIds } = objectOf(body);
    const { labels, ...message } = mailbox.modify(id, textsOf(addLabelIds), textsOf(removeLabelIds));
    return { id: message.id, threadId: message.threadId, labelIds: [...labels] };
  }),
  route('users.messages.batchModify', 'POST', '/messages/batchModify', WRITE, (mailbox, _, { body }) => {
    const { ids, addLabelIds, removeLabelIds } = objectOf(body);
    const wanted = textsOf(ids);
    if (wanted.length === 0 || wanted.length > 1000)
      throw invalidArgument('Invalid value for ids: between 1 and 1000 are allowed');
    // As at Gmail: one answer for all, and ids that are gone are passed over in silence.
    for (const id of wanted) if (mailbox.has(id)) mailbox.modify(id, textsOf(addLabelIds), textsOf(removeLabelIds));
    return undefined;
  }),
  route('users.messages.trash', 'POST', '/messages/{id}/trash', WRITE, (mailbox, [id = '']) =>
    minimal(mailbox.trash(id)),
  ),
  route('users.messages.untrash', 'POST', '/messages/{id}/untrash', WRITE, (mailbox, [id = '']) =>
    minimal(mailbox.modify(id, [], ['TRASH'])),
  ),
  route('users.messages.send', 'POST', '/messages/send', WRITE, (mailbox, _, { body }) => {
    const { raw, threadId } = rawOf(body);
    const sent = mailbox.send(raw, threadId);
    return { ...brief(sent), labelIds: [...sent.labels] };
  }),
  route('users.threads.list', 'GET', '/threads', READ, (mailbox, _, { query }) => listThreads(mailbox, query)),
  route('users.threads.get', 'GET', '/threads/{id}', READ, (mailbox, [id = ''], { query }) => {
    const messages = mailbox.thread(id).map((message) => inFormat(message, query));
    return { id, historyId: messages.at(-1)?.historyId ?? '0', messages };
  }),
  route('users.threads.modify', 'POST', '/threads/{id}/modify', WRITE, (mailbox, [id = ''], { body }) => {
    const { addLabelIds, removeLabelIds } = objectOf(body);
    const messages = mailbox
      .thread(id)
      .map((message) => mailbox.modify(message.id, textsOf(addLabelIds), textsOf(removeLabelIds)));
    return { id, messages: messages.map((message) => ({ ...brief(message), labelIds: [...message.labels] })) };
  }),
  route('users.history.list', 'GET', '/history', READ, (mailbox, _, { query }) => {
    const labelId = query.get('labelId');
    const pageToken = query.get('pageToken');
    if (labelId !== null && !mailbox.labelNames.has(labelId)) throw notFound();
    return mailbox.history.list({
      startHistoryId: query.get('startHistoryId') ?? '',
      historyTypes: query.getAll('historyTypes'),
      limit: limitOf(query),
      ...(labelId === null ? {} : { labelId }),
      ...(pageToken === null ? {} : { pageToken }),
    });
  }),
  route('users.labels.list', 'GET', '/labels', READ, (mailbox) => ({
    labels: [...mailbox.labelNames.keys()].map((id) => labelSchema(mailbox, id)),
  })),
  route('users.labels.get', 'GET', '/labels/{id}', READ, (mailbox, [id = '']) => labelSchema(mailbox, id)),
  route('users.labels.create', 'POST', '/labels', WRITE, (mailbox, _, { body }) => {
    const { name } = objectOf(body);
    if (typeof name !== 'string' || name === '') throw invalidArgument('Invalid label name');
    return labelSchema(mailbox, mailbox.createLabel(name));
  }),
  route('users.drafts.create', 'POST', '/drafts', WRITE, (mailbox, _, { body }) => {
    const { raw, threadId } = rawOf(objectOf(body)['message']);
    const { id, message } = mailbox.createDraft(raw, threadId);
    return { id, message: { ...brief(message), labelIds: ['DRAFT'] } };
  }),
  route('users.drafts.list', 'GET', '/drafts', READ, (mailbox, _, { query }) => {
    const matches = mailbox.matcher(query.get('q') ?? '');
    const drafts = [...mailbox.drafts.values()]
      .filter(({ message }) => matches(message))
      .slice(0, limitOf(query))
      .map(({ id, message }) => ({ id, message: brief(message) }));
    return { ...(drafts.length > 0 ? { drafts } : {}), resultSizeEstimate: drafts.length };
  }),
  route('users.drafts.get', 'GET', '/drafts/{id}', READ, (mailbox, [id = ''], { query }) => {
    const draft = mailbox.drafts.get(id);
    if (!draft) throw notFound();
    return { id, message: inFormat(draft.message, query) };
  }),
  route('users.drafts.delete', 'DELETE', '/drafts/{id}', WRITE, (mailbox, [id = '']) => {
    mailbox.deleteDraft(id);
    return undefined;
  }),
  route('users.drafts.send', 'POST', '/drafts/send', WRITE, (mailbox, _, { body }) => {
    const { id } = objectOf(body);
    const sent = mailbox.sendDraft(typeof id === 'string' ? id : '');
    return { ...brief(sent), labelIds: [...sent.labels] };
  }),
  route('users.settings.filters.list', 'GET', '/settings/filters', [...READ, ...FILTERS], (mailbox) =>
    mailbox.filters.length > 0 ? { filter: mailbox.filters } : {},
  ),
  route('users.settings.filters.create', 'POST', '/settings/filters', FILTERS, (mailbox, _, { body }) =>
    createFilter(mailbox, body),
  ),
  route('users.settings.filters.delete', 'DELETE', '/settings/filters/{id}', FILTERS, (mailbox, [id]) => {
    const index = mailbox.filters.findIndex((filter) => filter.id === id);
    if (index === -1) throw notFound();
    mailbox.filters.splice(index, 1);
    return undefined;
  }),
  route('users.settings.sendAs.list', 'GET', '/settings/sendAs', [...READ, ...FILTERS], (mailbox) => ({
    sendAs: [
      { sendAsEmail: mailbox.options.address, displayName: '', isPrimary: true, isDefault: true },
      ...mailbox.options.sendAs.map(({ address, name }) => ({
        sendAsEmail: address,
        displayName: name,
        verificationStatus: 'accepted',
      })),
    ],
  })),
];

/** The route of a call with its path parameters; undefined where Gmail has none. */
export function findRoute(call: Call): { readonly route: Route; readonly parameters: readonly string[] } | undefined {
  for (const candidate of ROUTES) {
    const parameters = candidate.matches(call);
    // `/messages/send` and `/messages/batchModify` are POSTs, so they never look like a GET of an id.
    if (parameters) return { route: candidate, parameters };
  }
  return undefined;
}

export function requireScope(route: Route, granted: readonly string[]): void {
  if (!granted.includes('https://mail.google.com/') && !route.scopes.some((scope) => granted.includes(scope)))
    throw scopeMissing();
}
