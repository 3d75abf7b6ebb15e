/** How mail programs of the large languages announce what they quote. Patterns for single lines, all linear in their length. */

/** Longer lines are text, whatever they hold. */
const MAX_MARK_LENGTH = 400;

const ORIGINAL = [
  'original message',
  'original appointment',
  'forwarded message',
  'reply message',
  String.raw`forwarded by\b.*`,
  'ursprüngliche nachricht',
  'original-?nachricht',
  'weitergeleitete nachricht',
  "message d['’]origine",
  'message original',
  'message transféré',
  'message transmis',
  'mensaje original',
  'mensaje reenviado',
  'messaggio originale',
  'messaggio inoltrato',
  'oorspronkelijk bericht',
  'doorgestuurd bericht',
  'mensagem original',
  'mensagem encaminhada',
  'ursprungligt meddelande',
  'vidarebefordrat meddelande',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'videresendt melding',
  'wiadomość oryginalna',
  'исходное сообщение',
  'пересылаемое сообщение',
  '原始邮件',
  '转发邮件',
  '元のメッセージ',
].join('|');

/** `-----Original Message-----`, `---------- Forwarded message ---------`; Lotus wraps its date onto the next line. */
const SEPARATOR = new RegExp(
  String.raw`^\s*(?:[-_=*]\s?){2,}\s*(?:${ORIGINAL})\s*(?:[-_=*]\s?)*(?:\s*\d.*)?\s*$`,
  'iu',
);
/** Apple Mail. */
const BEGIN_FORWARDED =
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem encaminhada)\s*:\s*$/iu;

/** True for a line after which everything is somebody else's message. */
export function isSeparator(line: string): boolean {
  return line.length <= MAX_MARK_LENGTH && (SEPARATOR.test(line) || BEGIN_FORWARDED.test(line));
}

/** `>`, also indented, also behind initials as old mailers did (`RE> text`). */
export function isQuoted(line: string): boolean {
  return /^\s{0,4}(?:[A-Z]{1,3})?>/.test(line);
}

const FIELD_WORDS = {
  from: 'from|von|de|da|van|från|fra|od|от|发件人|寄件者|差出人',
  date: "sent|date|gesendet|datum|envoyé|date d['’]envoi|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|отправлено|дата|发送时间|日期|送信日時|日時",
  to: 'to|an|à|a|para|aan|till|til|do|кому|收件人|收件者|宛先',
  other:
    'c\\.?c\\.?|bcc|kopie|copie(?: à)?|copia|kopia|kopi|cci|cco|ccn|копия|抄送|reply-to|antwort an|répondre à|responder a|fax to|attachments?|anlagen?|anhänge|pièces? jointes?|adjuntos?|allegati|bijlagen?|importance|wichtigkeit|sensitivity|categories|organization|sent by|please respond to|mailed by|date sent|x-[a-z-]+',
  subject: 'subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|temat|тема|主题|主旨|件名|re',
} as const;
export type FieldWord = keyof typeof FIELD_WORDS;

const FIELD_LINES = Object.entries(FIELD_WORDS).map(
  ([word, names]) =>
    [word as FieldWord, new RegExp(String.raw`^\s*[*>]{0,2}\s*(?:${names})\s*\*?\s*[:：]\*?(?:\s|$)`, 'iu')] as const,
);
/** A field name is not longer than this. */
const MAX_NAME_LENGTH = 30;

/** Which field of a quoted header block a line is, in any of the languages. */
export function fieldWordOf(line: string): FieldWord | undefined {
  const colon = line.search(/[:：]/);
  if (colon < 1 || colon > MAX_NAME_LENGTH) return undefined;
  return FIELD_LINES.find(([, pattern]) => pattern.test(line))?.[0];
}

const CLOCK = String.raw`\d{1,2}[:.h]\d{2}`;
/** `09/06/2000 07:39 AM`, alone or behind a name: the line above Lotus Notes' To. */
const NOTES_TIME = new RegExp(
  String.raw`^(.*?)\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\s+(?:at\s+)?${CLOCK}(?::\d{2})?\s*(?:[AaPp][Mm])?\s*(?:[A-Z]{2,4})?\s*$`,
);

/** What Lotus Notes prints between the sender and To. */
export function isNotesRemark(line: string): boolean {
  return /^\s*(?:please respond to|sent by)\b/i.test(line);
}

/** The name before the time on a Lotus Notes line, '' where the time stands alone; undefined for other lines. */
export function notesSender(line: string): string | undefined {
  if (line.length > 200) return undefined;
  const match = NOTES_TIME.exec(line);
  return match ? (match[1] ?? '').trim() : undefined;
}

/** The first words of "On … wrote:", by language. */
const ATTRIBUTION_START =
  /^\s*(?:on|am|le|el|il(?: giorno)?|op|em|den|dne|w dniu|at|in (?:article|message|a message)|quoting|dnia|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|pon|wt|śr|czw|pt|sob|niedz)[a-z]{0,8}[.,])\s?/iu;
const ATTRIBUTION_END =
  /(?:(?<!\p{L})(?:wrote|writes|said|schrieb(?: am .{3,60})?|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?|pisze|написал(?:а|\(а\))?|пишет)(?!\p{L}).{0,80}|<[^<>\s]+@[^<>\s]+>|\bGMT[+-]\d{2}:\d{2}.{0,100}>)\s*[:：]\s*$/iu;
/** `Robert Elz wrote:`, `--- Ann <a@b.example> wrote:` – only before lines with `>`. */
const BARE_ATTRIBUTION =
  /^.{2,150}(?<!\p{L})(?:wrote|writes|said|typed|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?|пишет|написала?)(?!\p{L}).{0,60}[:：]\s*$/iu;

/**
 * Number of lines that an attribution starting at `index` takes; 0 where none starts.
 *
 * `dated`: it has a number in it, so that it can stand before a quote without `>`.
 */
export function attributionAt(
  lines: readonly string[],
  index: number,
): { readonly lineCount: number; readonly dated: boolean } {
  const first = lines[index] ?? '';
  if (first.length > MAX_MARK_LENGTH) return NO_ATTRIBUTION;
  if (ATTRIBUTION_START.test(first)) {
    let joined = '';
    for (let count = 1; count <= 4; count += 1) {
      const line = lines[index + count - 1];
      if (line === undefined || line.length > MAX_MARK_LENGTH || line.trim() === '' || isQuoted(line)) break;
      joined += ` ${line}`;
      if (ATTRIBUTION_END.test(joined)) return { lineCount: count, dated: /\d/.test(joined) };
    }
  }
  return endsWithColon(first) && BARE_ATTRIBUTION.test(first) ? { lineCount: 1, dated: false } : NO_ATTRIBUTION;
}

/** Spares nearly every line the pattern's search. */
function endsWithColon(line: string): boolean {
  const last = line.trimEnd().at(-1);
  return last === ':' || last === '：';
}

const NO_ATTRIBUTION = { lineCount: 0, dated: false } as const;
