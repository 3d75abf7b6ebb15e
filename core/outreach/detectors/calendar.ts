/** Calendar objects and the mail that carries them (RFC 5546, RFC 6047). */
import { signal } from '../quote.ts';
import type { Entities } from '../entities.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signals.ts';

const REPLY =
  /^(?:accepted|declined|tentative(?:ly accepted)?|zugesagt|abgelehnt|mit vorbehalt|akzeptiert|accepte|refuse|aceptad[oa]|rechazad[oa]|geaccepteerd|geweigerd|accettat[oa]|rifiutat[oa])\s*:/;
const CANCEL = /^(?:cancell?ed(?: event)?|abgesagt|terminabsage|annule|cancelad[oa]|geannuleerd|annullat[oa])\s*:/;
const REQUEST =
  /^(?:(?:updated )?invitation|event (?:invitation|updated)|new (?:event|time proposed)|einladung|aktualisierte einladung|invitation (?:modifiee|mise a jour)|invitacion|uitnodiging|invito)\s*:/;

/** Kind: `calendar-object`. The method comes from the subject, as the object's own text is not part of the message's. */
export function readCalendar(reading: Reading): {
  readonly signals: readonly Signal[];
  readonly calendar: Entities['calendar'];
} {
  const { message, folded } = reading;
  const object = message.attachments.find(
    ({ type, name }) => type === 'text/calendar' || type === 'application/ics' || /\.ics$/i.test(name),
  );
  const subject = folded.slice(0, reading.subject.length);
  const said = REPLY.test(subject)
    ? 'reply'
    : CANCEL.test(subject)
      ? 'cancel'
      : REQUEST.test(subject)
        ? 'request'
        : undefined;
  const system =
    /\b(?:calendar|kalender|agenda|calendrier|calendario)\b/.test(message.from.address.replace('-', ' ')) &&
    /^(?:notification|reminder|erinnerung|rappel|recordatorio|herinnering|promemoria|your (?:daily )?agenda|your (?:day|schedule)|today's agenda|ihre agenda|votre agenda|tu agenda)\b/.test(
      subject,
    );
  if (!object && system)
    return { signals: [signal('calendar-object', 0.8, [message.from.address])], calendar: 'reply' };
  if (!object && said === undefined) return { signals: [], calendar: undefined };
  // A subject alone can be aped; with "@ Fri 4 Sep 10:00" or "When:" it is how calendars write.
  const worded = /@\s|\bwhen\s*:|\bwann\s*:|\bquand\s*:|\bcuando\s*:|\bwanneer\s*:|\bquando\s*:/.test(
    folded.slice(0, 600),
  );
  if (!object && !worded) return { signals: [], calendar: undefined };
  const quotes = object ? [object.name || object.type] : [reading.subject.slice(0, 80)];
  return { signals: [signal('calendar-object', object ? 0.97 : 0.8, quotes)], calendar: said ?? 'publish' };
}
