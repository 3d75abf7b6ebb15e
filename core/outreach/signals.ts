/** What can be said from one message alone: read once, stored with it, judged later against the record. */
import type { ReplyKind } from '../boundary/kinds.ts';

/** Raised whenever reading changes; stored texts are then read again. */
export const SIGNALS_VERSION = 7;

/** One thing a detector saw. */
export interface Signal {
  /** Name of what was seen, e.g. `asks-for-call`, `undisclosed-recipients`; each detector documents its own. */
  readonly kind: string;
  /** 0–1: how sure the detector is that it is there. */
  readonly strength: number;
  /** The exact words or header lines it rests on, verbatim. */
  readonly quotes: readonly string[];
}

/**
 * The context-free reading of a message.
 *
 * Fields named here are the ones that `core/relationship` relies on; detectors put everything else into `found` and
 * `entities`. Serialised as JSON in the store, so: plain data, small (aim below 1 kB, never the text itself).
 */
export interface Signals {
  readonly version: number;
  /** ISO 639-1, or 'und'. */
  readonly language: string;
  /** Written by software for this user, or an automatic answer (RFC 3834): never counted as a person's mail. */
  readonly automated: boolean;
  /** Through a list or bulk software (RFC 2369/2919 headers, Precedence, sequence tools). */
  readonly bulk: boolean;
  /** Sent mail only: the owner's words set this boundary; such mail makes no tie. */
  readonly boundary?: ReplyKind;
  /** Another address the writer says is also his or hers ("my new address is …"), lower-cased. */
  readonly alsoWritesFrom?: string;
  /** Full names of people the text speaks of, as written; for name-drops and introductions. At most 8. */
  readonly mentions: readonly string[];
  /** MinHash of the own text's word pairs (minhash.ts), 96 hex digits; '' for texts too short to compare. */
  readonly sketch: string;
  readonly found: readonly Signal[];
  /** Typed readings: role, place, salary, claims … whatever `core/triage` needs; owned by `core/outreach`. */
  readonly entities: Readonly<Record<string, unknown>>;
}
