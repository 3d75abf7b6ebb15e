/** What a social network delivers for a person: a request to connect, a reminder of one, a message (O12). */
import type { NetworkNotice } from '../entities.ts';
import { fold } from '../fold.ts';
import { combinedStrength, type PhraseMatch } from '../phrase-book.ts';
import { senderParts, type Reading } from '../reading.ts';

/** Local parts from which networks write; never a person's own. */
const NOTICE_LOCAL =
  /^(?:invitations?|invites?|requests?|einladung(?:en)?|anfragen?|kontakt|invitacion(?:es)?|solicitud(?:es)?|demandes?|uitnodiging(?:en)?|verzoeken|inviti?|richieste?|people|inmail|messages?|messaging|notifications?|notify|hit-reply|hello|hi|team|members?|connections?|updates?|network|social|mail|info|no-?reply|reply)(?:[-_.+].*)?$|(?:-noreply|-no-reply|_noreply)$/;

const NAME = String.raw`((?:[\p{Lu}][\p{L}'’.-]*|de|da|von|van|der|den|del|la|le|bin|al|el|y)(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|de|da|von|van|der|den|del|la|le|bin|al|el|y)){0,4})`;
const SUBJECT_PERSON: readonly RegExp[] = [
  new RegExp(
    `^${NAME}\\s+(?:wants|would like|has (?:invited|sent|requested)|invited|sent|is (?:still )?waiting|is inviting|requested|invites|added|mentioned|shared|just messaged|messaged)`,
    'u',
  ),
  new RegExp(
    `^${NAME}\\s+(?:möchte|hat (?:Sie|dich|Ihnen|dir)|lädt|souhaite|vous (?:invite|a)|t'a|quiere|te (?:ha|invita)|desea|wil|heeft|nodigt|vuole|ti ha|desidera)`,
    'u',
  ),
  new RegExp(`${NAME}['’]s? (?:invitation|request|message)`, 'u'),
  new RegExp(
    `(?:invitation|request|message|invitación|Einladung|Anfrage|demande|solicitud|verzoek|richiesta) (?:from|by|von|de|van|da) ${NAME}`,
    'u',
  ),
  new RegExp(`(?:connect with|join) ${NAME}`, 'u'),
];
const VIA = /\s+(?:via|on|through|über|par|por|en|sur|su)\s+\S+.*$/iu;
const FOOTER =
  /^(?:accept|decline|ignore|view|see all|reply|unsubscribe|this e-?mail|you are receiving|annehmen|ablehnen|abbestellen|accepter|refuser|aceptar|rechazar|accepteren|accetta|no thanks|not interested|https?:|profil)/i;

const THING =
  /\b(?:group order|basket|cart|document|spreadsheet|folder|file|album|playlist|calendar|workspace|repository|board game|shared list)\b/;

/**
 * A notice is known by its sender (a network's address under a person's name, or a network's own name) and its words.
 * `asksToConnect` are the matches of the standing phrases.
 */
export function readNetworkNotice(reading: Reading, asksToConnect: readonly PhraseMatch[]): NetworkNotice | undefined {
  const { message, subject } = reading;
  const { local } = senderParts(reading);
  const standing = combinedStrength(asksToConnect);
  const networkMarker = (message.headers.bulkMarkers ?? []).some((marker) =>
    /invite|inmail|connection|member/i.test(marker),
  );
  const fromNetwork = NOTICE_LOCAL.test(local);
  const via = VIA.exec(message.from.name);
  if (!fromNetwork || (standing < 0.6 && !networkMarker && !via)) return undefined;
  const inSubject = SUBJECT_PERSON.map((expression) => expression.exec(subject)?.[1]).find(
    (name) => name !== undefined,
  );
  const display = message.from.name.replace(VIA, '').trim();
  const delivers =
    /\b(?:sent you (?:a |an )?(?:new )?message|new message from|messaged you|hat (?:ihnen|dir) eine nachricht|vous a envoye un message|te ha enviado un mensaje|inmail)\b/.test(
      fold(message.text.slice(0, 400)),
    );
  if (delivers || (via && standing < 0.6)) {
    return { kind: 'message', person: inSubject ?? display, note: noteOf(message.text), headline: '' };
  }
  // A shared basket or document is no acquaintance.
  if (standing < 0.6 || THING.test(fold(`${subject} ${message.text.slice(0, 300)}`))) return undefined;
  const looksLikeName = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*){1,4}$/u.test(display);
  const inText = SUBJECT_PERSON.map((expression) => expression.exec(message.text.slice(0, 600))?.[1]).find(
    (name) => name !== undefined,
  );
  const person = inSubject ?? (looksLikeName ? display : undefined) ?? inText;
  if (person === undefined) return undefined;
  const reminder = /\b(?:waiting|pending|reminder|reminding|warte\w*|erinner\w*|attend|pendiente|wacht|attesa)\b/.test(
    fold(subject),
  );
  return {
    kind: reminder ? 'reminder' : 'invitation',
    person: person.trim(),
    note: noteOf(message.text),
    headline: headlineOf(message.text, person),
  };
}

/** The person's own words: networks set them in quotation marks. */
function noteOf(text: string): string {
  const quoted = /["“„«]([^"”“«»]{12,})["”“»]/u.exec(text)?.[1];
  return (quoted ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The lines under the person's name: job title, firm, town. */
function headlineOf(text: string, person: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex(
    (line) => line === person || line.startsWith(`${person} `) || line.startsWith(`${person},`),
  );
  if (at < 0) return '';
  const under = [];
  for (const line of lines.slice(at, at + 4)) {
    if (FOOTER.test(line) || /^["“„«]/u.test(line)) break;
    under.push(line.replace(person, '').trim());
  }
  return under.join(' ').trim().slice(0, 160);
}
