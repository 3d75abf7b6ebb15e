/** What is attached, by name and type alone; nothing is opened. */
import { fold } from '../fold.ts';
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

const CV =
  /(?:^|[^a-z])(?:c\.?v|resume|curriculum(?:[ _-]?vitae)?|lebenslauf|bewerbung(?:smappe|sunterlagen)?|cover[ _-]?letter|application[ _-]?letter|motivationsschreiben|lettre[ _-]?de[ _-]?motivation|sollicitatie\w*|candidatura)(?:[^a-z]|$)/;
const DOCUMENT = /\.(?:pdf|docx?|odt|rtf|pages)$/i;
const DECK =
  /(?:^|[^a-z])(?:deck|pitch|brochure|catalog(?:ue)?|media[ _-]?kit|price[ _-]?list|one[ _-]?pager|proposal|flyer)(?:[^a-z]|$)/;

/** Kinds: `cv-attached`, `deck-attached`, `card-attached`. */
export function readAttachments({ message }: Reading): readonly Signal[] {
  const found: Signal[] = [];
  for (const { name, type } of message.attachments) {
    const folded = fold(name).replaceAll(/[_]/g, ' ');
    if (CV.test(folded) && (DOCUMENT.test(name) || /pdf|word|opendocument|rtf/.test(type)))
      found.push(signal('cv-attached', 0.9, [name.slice(0, 80)]));
    else if (DECK.test(folded)) found.push(signal('deck-attached', 0.6, [name.slice(0, 80)]));
    else if (type === 'text/vcard' || /\.vcf$/i.test(name))
      found.push(signal('card-attached', 0.5, [name.slice(0, 80)]));
  }
  return found.slice(0, 3);
}
