/** How the message greets: by name, by a wrong name, nobody in particular, or everybody. */
import { fold } from '../fold.ts';
import { signal } from '../quote.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

const GREETING =
  /^(?:[>*\s]*)(?:dear|hi|hey|hello|hiya|good (?:morning|afternoon|evening|day)|greetings|morning|sehr geehrte[rs]?|liebe[rs]?|hallo|guten (?:tag|morgen|abend)|moin|cher|chere|bonjour|bonsoir|salut|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:dias|tardes)|beste|geachte|dag|gentile|caro|cara|ciao|buongiorno|buonasera|salve)\b[ ,]*(.{0,60})/;
const NOBODY =
  /^(?:sir|madam|sir\/madam|sirs|hiring|recruit|human|hr\b|candidate|applicant|job ?seeker|jobseeker|professional|customer|client|user|owner|webmaster|manager|team\b|website|business|valued|prospect|partner|vendor|colleague\b|employer|responsible|concern|damen und herren|damen|monsieur|madame, monsieur|messieurs|senores?\b|senor\/a|heer\/mevrouw|lezer|former|fellow|future|data|there\b|beneficiary|winner|account|member\b|responsable|signori|spettabile)/;
const EVERYBODY =
  /^(?:all\b|everyone|everybody|friends?\b|folks|team\b|both\b|colleagues|network|reader|readers|members|subscribers?|customers|clients|neighbours|neighbors|community|guys|ladies|alle\b|zusammen|freunde|kolleg|kund|mitglieder|leser|tous|toutes|amis|collegues|clients|reseau|abonnes|todos|todas|amig|compan|client|contactos|allemaal|allen|relaties|vrienden|collega|tutti|tutte|amici|colleghi|clienti|lovely people|partners?\b|contacts?\b|supporters?|donors?|early birds|speakers?|authors?\b|family)/;

/** Kinds: `greets-nobody`, `greets-everybody`, `greets-other-name`, `greets-owner`, `name-repeated`. */
export function readSalutation(reading: Reading): readonly Signal[] {
  const { body, owner, ownerFirstNames, folded, searched } = reading;
  const found: Signal[] = [];
  const firstLine =
    body
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? '';
  const foldedLine = fold(firstLine);
  const ownerWords = fold(owner.name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  const greeted = GREETING.exec(foldedLine)?.[1]?.trim();
  if (
    foldedLine.startsWith('to whom it may') ||
    foldedLine.startsWith('madame, monsieur') ||
    foldedLine.startsWith('a qui de droit') ||
    foldedLine.startsWith('a quien corresponda')
  )
    found.push(signal('greets-nobody', 0.9, [firstLine.slice(0, 60)]));
  else if (
    /^(?:friends|folks|all|team|everyone|neighbours|colleagues|to all|ladies|gentlemen|freunde|tous|todos)\b[^.]{0,40}[,:!-]/.test(
      foldedLine,
    ) &&
    firstLine.length < 60
  )
    found.push(signal('greets-everybody', 0.8, [firstLine.slice(0, 60)]));
  if (greeted !== undefined && greeted !== '') {
    const namesOwner = ownerWords.some((word) => new RegExp(`\\b${word}\\b`).test(greeted));
    if (namesOwner) found.push(signal('greets-owner', 0.9, [firstLine.slice(0, 60)]));
    else if (NOBODY.test(greeted))
      found.push(signal('greets-nobody', greeted.startsWith('there') ? 0.4 : 0.9, [firstLine.slice(0, 60)]));
    else if (EVERYBODY.test(greeted))
      found.push(
        signal('greets-everybody', /^(?:team|both|ladies)/.test(greeted) ? 0.5 : 0.9, [firstLine.slice(0, 60)]),
      );
    else if (ownerWords.length > 0 && reading.ownerIn === 'to' && reading.recipientCount === 1) {
      // "Hi Michael," to Miriam. A nickname is a beginning or a part of the name; a pet name is not known to us, so never sure.
      const word = /^[a-z]+/.exec(greeted)?.[0] ?? '';
      const after = greeted.slice(word.length).trim();
      const original = firstLine.slice(foldedLine.indexOf(greeted), foldedLine.indexOf(greeted) + 1);
      const ends = after === '' || /^[,!.:-]/.test(after);
      const nickname = ownerWords.some((own) => own.startsWith(word.slice(0, 2)) || word.startsWith(own.slice(0, 3)));
      if (
        word.length > 2 &&
        ends &&
        !nickname &&
        original === original.toUpperCase() &&
        original !== original.toLowerCase()
      )
        found.push(signal('greets-other-name', 0.6, [firstLine.slice(0, 60)]));
    }
  } else if (ownerFirstNames.some((name) => new RegExp(`^${name}\\b`).test(foldedLine)))
    found.push(signal('greets-owner', 0.8, [firstLine.slice(0, 60)]));
  const [firstName] = ownerFirstNames;
  if (firstName !== undefined && firstName.length > 2) {
    const count = folded.slice(reading.subject.length).split(new RegExp(`\\b${firstName}\\b`)).length - 1;
    if (count >= 3 && count / Math.max(40, reading.wordCount) > 0.02)
      found.push(
        signal('name-repeated', Math.min(0.9, count * 0.2), [
          `${searched.slice(folded.indexOf(firstName), folded.indexOf(firstName) + firstName.length)} × ${count}`,
        ]),
      );
  }
  return found;
}
