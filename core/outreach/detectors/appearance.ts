/** How the text looks: capitals, exclamation marks, merge fields left open, length, what the subject claims. */
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

/** Kinds: `shouting`, `exclaims`, `placeholder` (an unfilled merge field), `long`, `questions`, `links`, `says-reply`, `says-forward`. */
export function readAppearance(reading: Reading): readonly Signal[] {
  const { body, subject, wordCount, message } = reading;
  const found: Signal[] = [];
  const capitals = body.match(/\b\p{Lu}{4,}\b/gu)?.length ?? 0;
  if (/^\P{Ll}{8,}$/u.test(subject) && /\p{Lu}{4}/u.test(subject))
    found.push(signal('shouting', 0.7, [subject.slice(0, 60)]));
  else if (capitals >= 3) found.push(signal('shouting', Math.min(0.6, capitals * 0.1), []));
  const exclamations = body.match(/!/g)?.length ?? 0;
  if (exclamations >= 3 && exclamations / Math.max(30, wordCount) > 0.02)
    found.push(signal('exclaims', Math.min(0.9, exclamations * 0.12), []));
  const field =
    /\{\{\s*\w+\s*\}\}|\[\[?\s*(?:first[_ ]?name|name|company|firma|vorname|pr[ée]nom|nombre)\s*\]?\]|%(?:FIRST|NAME|COMPANY)\w*%|<(?:first ?name|company)>|\*\|\w+\|\*/i.exec(
      `${subject}\n${body}`,
    )?.[0];
  if (field !== undefined) found.push(signal('placeholder', 0.95, [field]));
  const questions = body.match(/\?/g)?.length ?? 0;
  if (questions > 0) found.push(signal('questions', Math.min(0.9, questions * 0.3), []));
  const links = body.match(/https?:\/\//g)?.length ?? 0;
  if (links > 0) found.push(signal('links', Math.min(0.9, links * 0.25), []));
  if (wordCount > 220) found.push(signal('long', Math.min(0.9, wordCount / 600), []));
  if (reading.subjectSaysReply)
    found.push(
      signal('says-reply', message.inReplyTo === undefined && message.references.length === 0 ? 0.9 : 0.3, [
        message.subject.slice(0, 60),
      ]),
    );
  if (reading.subjectSaysForward) found.push(signal('says-forward', 0.9, [message.subject.slice(0, 60)]));
  return found;
}
