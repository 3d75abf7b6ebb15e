/** Raw octets → `IncomingMessage`. Never throws: what cannot be read is told in `defects`. */
import { convert } from 'html-to-text';
import PostalMime, { addressParser, decodeWords, type Attachment as MimeAttachment, type Email } from 'postal-mime';
import type { Attachment, IncomingMessage } from '#core/mail/message.ts';
import { missingMessageId } from '#core/mail/message-ids.ts';
import { readHeaders, type HeaderDecoding } from '#core/mail/read-headers.ts';
import { splitQuotes } from '#core/mail/split-quotes.ts';
import type { RawMessage } from '../sources/raw-message.ts';
import { readHeaderBlock } from './header-block.ts';

const decoding: HeaderDecoding = {
  words: decodeWords,
  addresses: (value) =>
    addressParser(value, { flatten: true }).flatMap((mailbox) =>
      mailbox.address === undefined ? [] : [{ name: mailbox.name, address: mailbox.address }],
    ),
};

export async function readMessage(raw: RawMessage): Promise<IncomingMessage> {
  const block = readHeaderBlock(raw.bytes);
  const reading = readHeaders(block.fields, decoding);
  const { takenAt, labels, defects, messageId, ...headers } = reading;
  const email = await PostalMime.parse(raw.bytes, {
    forceRfc822Attachments: true,
    maxHeadersSize: 64 * 1024 * 1024,
    maxNestingDepth: 1500,
  });
  const whole = bodyText(email);
  const split = splitQuotes(whole);
  return {
    ...headers,
    messageId:
      messageId ??
      missingMessageId([
        headers.from.address,
        String(headers.sentAt),
        headers.subject,
        ...headers.to.map((to) => to.address),
        whole,
      ]),
    ...(raw.gmailId === undefined ? {} : { gmailId: raw.gmailId }),
    receivedAt: raw.postmarkAt ?? takenAt ?? headers.sentAt ?? raw.filedAt ?? 0,
    labels: labels ?? raw.labels,
    ...split,
    ...(email.html === undefined ? {} : { html: email.html }),
    attachments: email.attachments.map(attachmentOf),
    sizeBytes: raw.sizeBytes,
    defects: [...raw.defects, ...block.defects, ...defects],
  };
}

function bodyText(email: Email): string {
  const text = email.text ?? (email.html === undefined ? '' : convert(email.html, { wordwrap: false }));
  return text.replaceAll('\r\n', '\n').replaceAll('\u0000', '');
}

function attachmentOf(attachment: MimeAttachment): Attachment {
  const { content, filename, mimeType } = attachment;
  return {
    name: filename ?? '',
    type: mimeType,
    sizeBytes: typeof content === 'string' ? content.length : content.byteLength,
  };
}
