/** The typed readings of a message: what `core/triage` needs beyond the signals, stored with them as JSON. */
import type { UnsubscribeMethod } from '../triage/vocabulary.ts';
import type { Signals } from './signals.ts';

/** Somebody on whose word the sender writes. */
export interface NameDrop {
  readonly name: string;
  readonly quote: string;
  /** Capitalised words near the name (firms, places, years): what the record may contradict. */
  readonly context: readonly string[];
}

/** A declared circle that the message speaks of. */
export interface CircleClaim {
  readonly name: string;
  /** How, when or where is said. */
  readonly explained: boolean;
  /** A time, a place or the owner's own part in it is told with it: enough in a letter that wants nothing. */
  readonly specific: boolean;
  /** The sender counts himself in; else the name only occurs. */
  readonly claimed: boolean;
  readonly quote: string;
}

/** A request to connect, or a message, that a network delivers for a person. */
export interface NetworkNotice {
  readonly kind: 'invitation' | 'reminder' | 'message';
  readonly person: string;
  readonly note: string;
  /** Firm, place and job title as the network shows them. */
  readonly headline: string;
}

export interface Entities {
  readonly ownerIn: 'to' | 'cc' | 'none';
  readonly recipientCount: number;
  readonly wordCount: number;
  readonly unsubscribe: UnsubscribeMethod;
  readonly nameDrops: readonly NameDrop[];
  readonly offers: readonly string[];
  readonly circles: readonly CircleClaim[];
  readonly notice?: NetworkNotice;
  /** Capitalised words inside sentences, folded: firms, towns, first names. At most 14. */
  readonly capitals: readonly string[];
  /** Method of a calendar object, or what the subject says: REQUEST, REPLY, CANCEL. */
  readonly calendar?: 'request' | 'reply' | 'cancel' | 'publish';
  readonly role?: string;
  readonly place?: string;
  readonly remote?: boolean;
  readonly dealBreakersBroken: readonly string[];
  /** Log-odds by label of what the message is, whoever wrote it (model/), two decimals. */
  readonly scores: Readonly<Record<string, number>>;
  /** The sentence that speaks most for a label, where the label is likely enough to be given. */
  readonly telling: Readonly<Record<string, string>>;
  /** What its words are about, to be compared with mail that the user corrected (model/gist.ts). */
  readonly gist: string;
}

const NOTHING: Entities = {
  ownerIn: 'to',
  recipientCount: 1,
  wordCount: 0,
  unsubscribe: 'none',
  nameDrops: [],
  offers: [],
  circles: [],
  capitals: [],
  dealBreakersBroken: [],
  telling: {},
  scores: {},
  gist: '',
};

/** The entities of stored signals; fields that an older reading did not have get the value that says nothing. */
export function entitiesOf(signals: Signals): Entities {
  return { ...NOTHING, ...(signals.entities as Partial<Entities>) };
}
