/**
 * Pitches of one brand from several domains: `getbeam.example`, `trybeam.example`, `beam-hq.example`.
 *
 * Who sends to people that never asked burns domains, and so keeps spares under one name: known mechanics of outreach tools,
 * which no honest firm needs for letters to one person. Only what was judged a pitch is kept.
 */
import { isFreeMail } from './free-mail.ts';

interface Pitch {
  readonly messageId: string;
  readonly at: number;
  readonly sender: string;
  readonly domain: string;
}

/** What is put before or behind a name to register it once more. */
const PREFIX = /^(?:get|try|go|use|my|meet|join|hello|hey|with|the|team|ask|from|by|on|via|visit)(?=[a-z]{5})/;
const SUFFIX =
  /(?<=[a-z]{5})(?:hq|app|team|mail|labs?|group|direct|now|hub|online|inc|intl|global|sales|growth|reach|connect|crm|io|ai|us|uk|eu|de)$/;
const LEAST_LETTERS = 5;

/** The name that a registrable domain is built on; '' where it is too short to mean anything, or free mail. */
export function brandOf(domain: string): string {
  if (domain === '' || isFreeMail(domain)) return '';
  const label = domain.slice(0, domain.indexOf('.'));
  const core = label.split('-').find((part) => part.length >= LEAST_LETTERS) ?? label.replaceAll('-', '');
  const brand = core.replace(PREFIX, '').replace(SUFFIX, '');
  return brand.length < LEAST_LETTERS ? '' : brand;
}

export class SisterDomains {
  readonly #pitches = new Map<string, Pitch[]>();

  observe(pitch: Pitch): void {
    const brand = brandOf(pitch.domain);
    if (brand === '') return;
    const pitches = this.#pitches.get(brand);
    if (pitches) pitches.push(pitch);
    else this.#pitches.set(brand, [pitch]);
  }

  /** All pitches of the brand, oldest first, where they came from more than one domain, this one included. */
  of(domain: string): readonly Pitch[] {
    const pitches = this.#pitches.get(brandOf(domain)) ?? [];
    return pitches.some((pitch) => pitch.domain !== domain) ? pitches : [];
  }
}
