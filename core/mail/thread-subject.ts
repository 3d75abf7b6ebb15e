/** The subject of a conversation: what its messages share when no header links them. */

/** Reply and forward marks of the large languages, also `Re[2]:` and `AW: AW:`. */
const MARK =
  /^\s*(?:(?:re|fw|fwd|aw|antw|antwort|wg|sv|vs|vl|tr|rv|res|enc|ref|rif|r|i|odp|pd|ynt|ilt|atb|ha|vb|doorst|回复|回覆|答复|转发|轉寄|返信)\s*(?:\[\d+\]|\(\d+\)|\*\d+)?\s*[:：]|\[fwd?:\s*)\s*/iu;

/** True where the subject says that the message answers or forwards another. */
export function isMarkedSubject(subject: string): boolean {
  return MARK.test(subject);
}

/** Without reply and forward marks, in lower case, white space squeezed. '' for an empty subject: which joins no thread. */
export function threadSubject(subject: string): string {
  let rest = subject.slice(0, 1000);
  for (let stripped = rest.replace(MARK, ''); stripped !== rest; stripped = rest.replace(MARK, '')) rest = stripped;
  return rest.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
