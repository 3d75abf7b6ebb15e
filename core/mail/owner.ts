/** The user, as he or she has declared or confirmed it. */

/** A group the user belongs to, in which a claim of common ground can be checked (mission R4). */
export interface Circle {
  readonly name: string;
  /** Free words: `user group`, `school`, `employer`, `conference`, `city` … */
  readonly kind: string;
  readonly aliases: readonly string[];
}

/** What makes a job offer not worth a reply (mission O6). */
export interface DealBreakers {
  /** True where having to move is a deal-breaker. */
  readonly relocation?: boolean | undefined;
  /** `City, Country`. */
  readonly home?: string | undefined;
  readonly remoteOk?: boolean | undefined;
  readonly excludedRoles?: readonly string[] | undefined;
  readonly wants?: readonly string[] | undefined;
}

/** Shape of `owner.json` as well. */
export interface Owner {
  /** Lower-cased, the main one first. Empty until known. */
  readonly addresses: readonly string[];
  readonly name: string;
  readonly circles: readonly Circle[];
  readonly dealBreakers: DealBreakers;
  /** The user's own policy in a sentence (mission B9); '' where there is none. */
  readonly policy: string;
}

export const UNKNOWN_OWNER: Owner = { addresses: [], name: '', circles: [], dealBreakers: {}, policy: '' };
