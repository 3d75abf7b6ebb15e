/** Labels as they are found, each with its reason and the words it quotes. */
import { decisiveSignals } from '../outreach/model/decisive-signals.ts';
import { SCORED_LABELS } from '../outreach/model/model.ts';
import type { Case } from './case.ts';
import type { Label, Reason } from './vocabulary.ts';

export interface LabelFound {
  readonly label: Label;
  readonly reason: Reason;
}

/** Signals whose words are quoted for a label. */
const QUOTED: Partial<Record<Label, readonly string[]>> = {
  'resume-broadcast': ['cv-attached', 'pleads-for-job'],
  recruiter: ['recruits', 'recruiter-title', 'asks-for-papers'],
  'cold-outreach': [
    'sells',
    'asks-for-call',
    'asks-for-favour',
    'asks-for-referral',
    'asks-for-money',
    'admits-stranger',
    'sales-title',
  ],
  nagging: ['prods'],
  'unsolicited-advice': ['advises'],
  flattery: ['flatters', 'claims-closeness', 'name-repeated'],
  'forward-request': ['asks-to-forward', 'chain', 'appeals'],
  'contact-list-mail': ['contact-list', 'greets-everybody', 'appeals'],
  newsletter: ['list-unsubscribe', 'list-id', 'precedence', 'markets'],
  introduction: ['introduces'],
  'hostile-reply': ['hostile'],
  apology: ['apologises', 'confirms-stop'],
  'answers-how-we-know': ['explains-tie'],
  transactional: ['transacts', 'auto-submitted'],
  security: ['secures'],
  calendar: ['calendar-object'],
  'connection-request': ['asks-to-connect'],
  broadcast: ['undisclosed-recipients', 'to-self', 'to-stand-in', 'crowd'],
};

export class Findings {
  readonly #one: Case;
  readonly list: LabelFound[] = [];

  constructor(one: Case) {
    this.#one = one;
  }

  add(label: Label, text: string, messageIds: readonly string[] = []): void {
    if (this.has(label)) return;
    const named = this.#one.quotes(...(QUOTED[label] ?? []));
    const quotes = named.length > 0 ? named : this.#quotesOfModel(label);
    this.list.push({ label, reason: { text, messageIds, ...(quotes.length > 0 ? { quotes } : {}), label } });
  }

  /** Where none of its own signs is there, the words that the model went by. */
  #quotesOfModel(label: Label): readonly string[] {
    const scored = SCORED_LABELS.find((one) => one === label);
    if (scored === undefined) return [];
    const kinds = decisiveSignals(scored, this.#one.message.signals.found);
    const quotes = kinds.length === 0 ? [] : this.#one.quotes(...kinds);
    const sentence = this.#one.entities.telling[scored] ?? '';
    return quotes.length > 0 || sentence === '' ? quotes : [sentence];
  }

  has(...labels: readonly Label[]): boolean {
    return this.list.some(({ label }) => labels.includes(label));
  }
}
