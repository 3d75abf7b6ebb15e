/** Finds the person behind a name in a network's notice or a name-drop, and what speaks against it. */
import { domainOf } from '../mail/address.ts';
import { fold } from '../outreach/fold.ts';
import { placesIn } from '../outreach/gazetteer.ts';
import type { Correspondence, PersonRecord } from '../relationship/correspondence.ts';
import { isFreeMail, registrableDomain } from '../relationship/free-mail.ts';

/** The strongest bearer of the name that nothing in `context` (firm, town, note) speaks against. */
export function personNamed(name: string, context: string, correspondence: Correspondence): PersonRecord | undefined {
  const candidates = correspondence
    .peopleNamed(name)
    .filter(({ sentCount, receivedCount }) => sentCount + receivedCount > 0);
  return candidates.find((candidate) => !contradicts(candidate, context));
}

const EMPLOYER =
  /(?:\bat|\bof|@|,|\bbei|\bchez|\ben|\bbij|\bpresso|\bwith|managing director at|director at)\s+((?:\p{Lu}[\p{L}&'’-]*\s?){1,4})/gu;
const FIRM_WORD =
  /\b(?:capital|partners|group|ltd|limited|inc|gmbh|llc|consulting|holdings|ventures|bank|university|systems|solutions|energy|media|labs|labor|ag|plc|associates|advisory|insurance|pharma|retail|agency)\b/i;

/**
 * Whether the surroundings name a firm that is not the candidate's, where the candidate's firm is known from an own domain.
 *
 * A namesake is betrayed by his employer. A person may have changed jobs, so only an explicit other firm counts, and one
 * that shares no word with the domain.
 */
export function contradicts(candidate: PersonRecord, context: string): boolean {
  const domains = candidate.addresses
    .filter((address) => !isFreeMail(registrableDomain(address)))
    .map((address) => fold(domainOf(address)));
  if (domains.length === 0 || context.trim() === '') return false;
  const places = new Set(placesIn(fold(context), context).map(({ name }) => fold(name)));
  const firms = [...context.matchAll(EMPLOYER)]
    .map(([, firm]) => (firm ?? '').trim())
    .filter((firm) => firm.length > 2 && !places.has(fold(firm)));
  for (const match of context.matchAll(/(?:\p{Lu}[\p{L}&'’-]+\s){0,3}\p{Lu}[\p{L}&'’-]+/gu))
    if (FIRM_WORD.test(match[0])) firms.push(match[0]);
  if (firms.length === 0) return false;
  const fits = (firm: string): boolean =>
    fold(firm)
      .split(/[^a-z0-9]+/)
      .some((word) => word.length > 3 && domains.some((domain) => domain.includes(word)));
  return !firms.some(fits) && firms.some((firm) => FIRM_WORD.test(firm));
}
