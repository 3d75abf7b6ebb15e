/** Where the user writes an answer of his or her own: Acquaint sends boundary replies only. */
import type { MessageView } from '#core/contract/views.ts';

/**
 * The message in Gmail where an account is connected, found by its Message-ID (Gmail's `rfc822msgid:` operator); else a new
 * mail in the system's mail program.
 */
export function answerUrl(
  message: Pick<MessageView, 'from' | 'replyTo' | 'subject' | 'messageId'>,
  gmailAddress: string | undefined,
): string {
  if (gmailAddress !== undefined) {
    const id = message.messageId.replace(/^<|>$/g, '');
    return `https://mail.google.com/mail/?authuser=${encodeURIComponent(gmailAddress)}#search/rfc822msgid%3A${encodeURIComponent(id)}`;
  }
  const to = message.replyTo[0]?.address ?? message.from.address;
  const subject = /^re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`;
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
}
