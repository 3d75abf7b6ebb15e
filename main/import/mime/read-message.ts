/** Raw octets → `IncomingMessage`. Never throws: what cannot be read is told in `defects`, and kept as far as it goes. */
import PostalMime, { addressParser, type Attachment as MimeAttachment, decodeWords, type Email } from 'postal-mime';
import { firstField } from '#core/mail/header-field.ts';
import type { Attachment, IncomingMessage, Picture } from '#core/mail/message.ts';
import { missingMessageId } from '#core/mail/message-ids.ts';
import { type HeaderDecoding, type HeaderReading, readHeaders } from '#core/mail/read-headers.ts';
import { splitQuotes } from '#core/mail/split-quotes.ts';
import { mboxLabels } from '../sources/folder-labels.ts';
import type { RawMessage } from '../sources/raw-message.ts';
import { decoderOf } from './charset.ts';
import { type HeaderBlock, readHeaderBlock } from './header-block.ts';
import { htmlToText } from './html-text.ts';
import { inlinePictures } from './inline-pictures.ts';
import { type CutPart, leanSource } from './lean-source.ts';

/** What is kept of a body. Nobody reads more; the source file has it all. */
const MAX_TEXT_LENGTH = 2_000_000;
const MAX_HTML_LENGTH = 8_000_000;
const MAX_ATTACHMENTS = 500;
/** Forwarded messages inside forwarded messages. */
const MAX_FORWARD_DEPTH = 3;
/** A postmark so much later than the last server's time was written by the tool that made the file. */
const MAX_DELIVERY_MS = 7 * 24 * 60 * 60 * 1000;

const LF = 0x0a;
const CR = 0x0d;

const decoding: HeaderDecoding = {
  words: decodeWords,
  // An empty group, `undisclosed-recipients:;`, stays as one entry with an empty address: a hidden list is no missing field.
  addresses: (value) =>
    addressParser(value).flatMap((entry) => {
      if (entry.group?.length === 0) return [{ name: entry.name, address: '' }];
      return (entry.group ?? [entry]).flatMap(({ name, address }) =>
        address === undefined ? [] : [{ name, address }],
      );
    }),
};

export async function readMessage(raw: RawMessage): Promise<IncomingMessage> {
  const bytes = withLineFeeds(raw.bytes);
  const block = readHeaderBlock(bytes);
  const { takenAt, labels, messageId, defects, ...headers } = readHeaders(block.fields, decoding);
  const body = await readBody(bytes, block, 0);
  const split = splitQuotes(body.text);
  const quoted = [split.quoted, body.forwarded].filter((part) => part !== '').join('\n\n');
  return {
    ...headers,
    messageId:
      messageId ??
      missingMessageId([
        headers.from.address,
        String(headers.sentAt ?? ''),
        headers.subject,
        ...headers.to.map((to) => to.address),
        body.text,
      ]),
    ...(raw.gmailId === undefined ? {} : { gmailId: raw.gmailId }),
    receivedAt: arrival(raw, takenAt, headers.sentAt),
    labels: labels ?? (raw.inMbox === true ? mboxLabels(raw.labels, block.fields) : raw.labels),
    text: split.text,
    quoted,
    ...(body.html === undefined ? {} : { html: body.html }),
    ...(body.pictures.length === 0 ? {} : { pictures: body.pictures }),
    attachments: body.attachments,
    sizeBytes: raw.sizeBytes,
    defects: [...raw.defects, ...block.defects, ...defects, ...body.defects],
  };
}

/** The rule in `IncomingMessage.receivedAt`. */
function arrival(raw: RawMessage, takenAt: number | undefined, sentAt: number | undefined): number {
  const { postmarkAt } = raw;
  const byTool = postmarkAt !== undefined && takenAt !== undefined && postmarkAt - takenAt > MAX_DELIVERY_MS;
  return (byTool ? undefined : postmarkAt) ?? takenAt ?? sentAt ?? raw.filedAt ?? 0;
}

interface Body {
  readonly text: string;
  readonly html?: string;
  readonly pictures: readonly Picture[];
  /** Text of messages that are attached to this one. */
  readonly forwarded: string;
  readonly attachments: readonly Attachment[];
  readonly defects: readonly string[];
}

const NOTHING_BUT_TEXT = { pictures: [], forwarded: '', attachments: [] } as const;

async function readBody(bytes: Uint8Array<ArrayBuffer>, block: HeaderBlock, depth: number): Promise<Body> {
  const defects: string[] = [];
  if (block.fields.length === 0) {
    if (bytes.length > 0) defects.push('no headers: all of it was taken as text');
    return { ...NOTHING_BUT_TEXT, text: cleaned(decodeLoosely(bytes), 'text', defects), defects };
  }
  const root = {
    type: firstField(block.fields, 'content-type') ?? '',
    encoding: firstField(block.fields, 'content-transfer-encoding') ?? '',
  };
  const lean = leanSource(bytes, root, block.bodyStart);
  defects.push(...lean.defects);
  for (const charset of lean.charsets)
    if (!decoderOf(charset).known) defects.push(`unknown charset ${charset}, read as windows-1252`);
  let email: Email;
  try {
    email = await PostalMime.parse(lean.bytes, {
      forceRfc822Attachments: true,
      maxHeadersSize: lean.bytes.length + 1,
      maxNestingDepth: MAX_NESTING,
    });
  } catch (error) {
    const text = cleaned(decodeLoosely(bytes.subarray(block.bodyStart)), 'text', defects);
    defects.push(
      `MIME structure cannot be read (${error instanceof Error ? error.message : 'unknown reason'}): body kept as it came`,
    );
    return { ...NOTHING_BUT_TEXT, text, defects };
  }

  const html =
    email.html === undefined
      ? undefined
      : limited(email.html.replaceAll('\u0000', ''), MAX_HTML_LENGTH, 'HTML', defects);
  let text = email.text ?? '';
  if (html !== undefined && saysNothing(text)) {
    const fromHtml = htmlToText(html);
    text = fromHtml.text;
    defects.push(...fromHtml.defects);
  }
  const forwards = await Promise.all(
    email.attachments
      .filter((part) => part.mimeType === 'message/rfc822')
      .slice(0, 20)
      .map((part) => readForwarded(part, depth)),
  );
  if (email.attachments.length > MAX_ATTACHMENTS)
    defects.push(`${email.attachments.length} attachments, of which ${MAX_ATTACHMENTS} are listed`);
  const listed = email.attachments.slice(0, MAX_ATTACHMENTS);
  const attachments = listed.map((part) => attachmentOf(part, cutOf(part, lean.cuts)));
  return {
    text: cleaned(text, 'text', defects),
    ...(html === undefined ? {} : { html }),
    pictures: html === undefined ? [] : inlinePictures(html, listed, (part) => cutOf(part, lean.cuts)),
    forwarded: cleaned(forwards.map((forward) => forward.text).join('\n\n'), 'attached mail', defects),
    attachments: [...attachments, ...forwards.flatMap((forward) => forward.attachments)].slice(0, MAX_ATTACHMENTS),
    defects,
  };
}

/** Newsletters have plain parts such as "Your mail program cannot show HTML." */
function saysNothing(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || (trimmed.length < 300 && /\bhtml\b/i.test(trimmed));
}

/** Parts inside parts: more than the parser's own limit of 256, less than what overflows the stack. */
const MAX_NESTING = 1500;

/** A forwarded message as text under its main headers: it belongs to what this message quotes. */
async function readForwarded(part: MimeAttachment, depth: number): Promise<Pick<Body, 'text' | 'attachments'>> {
  if (typeof part.content === 'string' || depth >= MAX_FORWARD_DEPTH) return { text: '', attachments: [] };
  const bytes = new Uint8Array(part.content);
  const block = readHeaderBlock(bytes);
  const body = await readBody(bytes, block, depth + 1);
  const heading = headingOf(readHeaders(block.fields, decoding), firstField(block.fields, 'date'));
  return {
    text: `${heading}\n\n${[body.text, body.forwarded].filter((text) => text !== '').join('\n\n')}`,
    attachments: body.attachments,
  };
}

function headingOf(reading: HeaderReading, date: string | undefined): string {
  const shown = (list: readonly { readonly name: string; readonly address: string }[]): string =>
    list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
  const lines = [
    `From: ${shown([reading.from])}`,
    `Date: ${date ?? ''}`,
    `Subject: ${reading.subject}`,
    `To: ${shown(reading.to)}`,
  ];
  return ['---------- Forwarded message ----------', ...lines].join('\n');
}

/** What was taken out of a part before it was parsed; undefined where nothing was. */
function cutOf({ content }: MimeAttachment, cuts: ReadonlyMap<string, CutPart>): CutPart | undefined {
  if (typeof content === 'string' || content.byteLength > 60 || cuts.size === 0) return undefined;
  return cuts.get(Buffer.from(new Uint8Array(content)).toString('latin1'));
}

function attachmentOf({ content, filename, mimeType }: MimeAttachment, cut: CutPart | undefined): Attachment {
  return {
    name: (filename ?? '')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 255),
    type: mimeType.slice(0, 127),
    sizeBytes: cut?.sizeBytes ?? (typeof content === 'string' ? content.length : content.byteLength),
  };
}

/** Old Macintosh programs ended lines with CR alone, in which no parser finds the end of the headers. */
function withLineFeeds(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.includes(LF) || !bytes.includes(CR) ? bytes : bytes.map((octet) => (octet === CR ? LF : octet));
}

/** Line breaks as LF; NUL, which SQLite's text functions stop at, taken out. */
function cleaned(text: string, name: string, defects: string[]): string {
  const unified = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (!unified.includes('\u0000')) return limited(unified, MAX_TEXT_LENGTH, name, defects);
  defects.push(`NUL characters in the ${name} were taken out`);
  return limited(unified.replaceAll('\u0000', ''), MAX_TEXT_LENGTH, name, defects);
}

function limited(value: string, limit: number, name: string, defects: string[]): string {
  if (value.length <= limit) return value;
  defects.push(`${name} of ${Math.round(value.length / 1000)} kB: only the first ${limit / 1000} kB are kept`);
  return value.slice(0, limit);
}

function decodeLoosely(bytes: Uint8Array): string {
  const head = bytes.subarray(0, MAX_TEXT_LENGTH);
  const utf8 = decoderOf('utf-8').decoder.decode(head);
  return utf8.includes('\uFFFD') ? decoderOf('windows-1252').decoder.decode(head) : utf8;
}
