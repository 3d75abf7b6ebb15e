/** Gmail's answers as plain data. A field that is missing and must not be makes the answer unreadable. */
import type { gmail_v1 } from '@googleapis/gmail';
import type { Draft, MessageHeaders, MessagePage, MessageRef, RawGmailMessage } from './gmail-client.ts';
import { unreadableAnswer } from './gmail-error.ts';

/** A field that Gmail always gives; an answer without it is none of Gmail's. */
export function required(value: string | null | undefined): string {
  if (!value) throw unreadableAnswer(false);
  return value;
}

export function refOf(message: gmail_v1.Schema$Message): MessageRef {
  return { gmailId: required(message.id), gmailThreadId: required(message.threadId) };
}

export function draftOf({ id, message }: gmail_v1.Schema$Draft): Draft {
  return { draftId: required(id), message: refOf(message ?? {}) };
}

export function headersOf(message: gmail_v1.Schema$Message): MessageHeaders {
  const headers = new Map<string, string>();
  for (const { name, value } of message.payload?.headers ?? []) {
    const key = (name ?? '').toLowerCase();
    if (!headers.has(key)) headers.set(key, value ?? '');
  }
  return { ...refOf(message), labelIds: message.labelIds ?? [], headers };
}

export function pageOf({ messages, nextPageToken }: gmail_v1.Schema$ListMessagesResponse): MessagePage {
  return { messages: (messages ?? []).map(refOf), ...(nextPageToken ? { nextPageToken } : {}) };
}

export function rawOf(data: gmail_v1.Schema$Message): RawGmailMessage {
  // Copied out of Node's pool: the bytes may be handed to another thread.
  const bytes = new Uint8Array(Buffer.from(required(data.raw), 'base64url'));
  return { ...refOf(data), labelIds: data.labelIds ?? [], receivedAt: Number(data.internalDate ?? 0), bytes };
}
