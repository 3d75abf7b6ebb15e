/** Common ground claimed, among the circles that the owner declared (R4). */
import type { CircleClaim } from '../entities.ts';
import { fold } from '../fold.ts';
import type { PhraseMatch } from '../phrase-book.ts';
import { quoteFrom } from '../quote.ts';
import type { Reading } from '../reading.ts';

/** The claim is the sender's own: he speaks of himself, of both, or of having been there. */
const OWN_PART =
  /\b(?:i|i'm|i've|we|we're|our|my|me|us|fellow|both|alum(?:ni|na|nus)?|also|ich|wir|mein\w*|unser\w*|beide|je|j'\w+|nous|notre|mon|ma|yo|nos\w*|mi|ambos|ik|wij|we|mijn|ons|io|noi|nostr\w+)\b/;
/** A when or a where that can be checked. */
const SPECIFIC =
  /\b(?:19\d\d|20\d\d|(?:on|am|le|el|op) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo)|last (?:night|week|month|year|autumn|spring|summer|winter|tuesday|monday|wednesday|thursday|friday|saturday|sunday)|yesterday|(?:january|february|march|april|june|july|august|september|october|november|december)|after (?:the|your|my|last)|during (?:the|your|my)|next to|row|seat|slide|class|section|board|branch|since|table|coffee|dinner|lunch|queue|panel|workshop|lab|lecture|seminar|course|class|team|office|desk|break|bench|urn|stand|booth|hallway|pub|talk|session|letzte\w* (?:woche|jahr|monat|abend)|gestern|nach (?:dem|der|ihrem|deinem)|neben|pause|kurs|vorlesung|derniere?s?|hier|apres|pendant|pause|cours|ayer|despues|durante|junto|curso|pausa|gisteren|na (?:de|het|je|uw)|naast|ieri|dopo|durante|accanto|corso)\b/;

/** It is about something that the owner did or was there. */
const OWNERS_PART =
  /\b(?:your|you (?:said|told|gave|sent|wrote|posted|added|spoke|ran|signed|mentioned|asked|showed|taught|teach)|(?:ihr|dein)(?:e[mnrs]?)? (?:vortrag|kurs|seminar|workshop|beitrag)|votre (?:expose|conference|cours|intervention)|(?:tu|su) (?:charla|ponencia|clase|curso)|(?:je|jouw|uw) (?:lezing|praatje|les|cursus)|(?:tuo|suo) (?:intervento|corso))\b/;

interface Alias {
  readonly name: string;
  readonly kind: string;
  readonly expression: RegExp;
}

const aliasCache = new WeakMap<object, readonly Alias[]>();

function aliasesOf(owner: Reading['owner']): readonly Alias[] {
  const cached = aliasCache.get(owner);
  if (cached) return cached;
  const aliases = owner.circles.flatMap(({ name, kind, aliases: others }) =>
    [name, ...others]
      .map((alias) => fold(alias).trim())
      .filter((alias) => alias.length >= 2)
      .map((alias) => ({
        name,
        kind: kind.toLowerCase(),
        expression: new RegExp(
          `(?<![a-z0-9])${alias.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)}(?![a-z0-9])`,
        ),
      })),
  );
  aliasCache.set(owner, aliases);
  return aliases;
}

/** Claims, the explained ones first. `tie` are the phrases that tell how two people are connected. */
export function readCircles(reading: Reading, tie: readonly PhraseMatch[]): readonly CircleClaim[] {
  const { folded, searched, owner } = reading;
  const claims = new Map<string, CircleClaim>();
  for (const { name, kind, expression } of aliasesOf(owner)) {
    const match = expression.exec(folded);
    if (!match) continue;
    const from = Math.max(0, ...['.', '!', '?', '\n'].map((stop) => folded.lastIndexOf(stop, match.index) + 1));
    const stops = /[.!?\n]/g;
    stops.lastIndex = match.index + match[0].length;
    const to = stops.exec(folded)?.index ?? folded.length;
    const sentence = folded.slice(from, to);
    const inSubject = match.index < reading.subject.length;
    // To live in the same city is no meeting: there the tie must be told in the very sentence.
    const reach = kind === 'city' ? 0 : inSubject ? 600 : 200;
    const near = tie.filter(({ start, end }) => start < to + reach && end > from - reach);
    const around = folded.slice(Math.max(0, from - reach), Math.min(folded.length, to + reach));
    const explained =
      near.some(({ weight }) => weight >= 0.6) && SPECIFIC.test(around) && !(kind === 'city' && inSubject);
    const specific = kind !== 'city' && (SPECIFIC.test(around) || OWNERS_PART.test(sentence));
    const claimed = inSubject || OWN_PART.test(sentence) || near.length > 0;
    const known = claims.get(name);
    if (!known || (explained && !known.explained) || (claimed && !known.claimed))
      claims.set(name, {
        name,
        explained,
        specific,
        claimed,
        quote: quoteFrom(searched, from + (sentence.length - sentence.trimStart().length), to),
      });
  }
  // The sender's own place: his signature names the circle, and the text says how the two met there.
  for (const { name, expression, kind } of aliasesOf(owner)) {
    if (
      kind === 'city' ||
      claims.get(name)?.explained === true ||
      !expression.test(reading.foldedSignature.slice(0, 400))
    )
      continue;
    const told = tie.find(({ weight }) => weight >= 0.6);
    const explained = told !== undefined && SPECIFIC.test(folded);
    claims.set(name, {
      name,
      explained,
      specific: SPECIFIC.test(folded),
      claimed: true,
      quote: told === undefined ? name : quoteFrom(searched, told.start, told.end),
    });
  }
  const rank = ({ explained, claimed }: CircleClaim): number => Number(explained) * 2 + Number(claimed);
  return [...claims.values()].toSorted((a, b) => rank(b) - rank(a)).slice(0, 3);
}
