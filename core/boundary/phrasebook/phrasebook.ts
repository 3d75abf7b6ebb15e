/** What a language brings to a boundary reply: whole sentences, since half sentences do not translate. */
import type { ReplyKind, Tone } from '../kinds.ts';
import type { ReadableName } from '../readable-name.ts';

export interface Letter {
  readonly opening: string;
  readonly ending: string;
}

/**
 * Sentences of one language, in the formal address, written so that they hold for a writer and a reader of any gender.
 *
 * Nothing in them says where the owner lives or what the owner does, and nothing invites an answer except the question
 * itself: an answer to a stranger gives away as little as it can.
 */
export interface Phrasebook {
  /** BCP 47; dates are written by it. */
  readonly locale: string;
  /** True where the sentence after the greeting's comma begins in lower case. Its first word is then never a noun. */
  readonly lowerAfterGreeting: boolean;
  greeting(name: ReadableName | undefined): string;
  readonly closing: string;
  readonly letters: Readonly<Record<ReplyKind, Readonly<Record<Tone, Letter>>>>;
  /** `This is your third message …`; count ≥ 2. */
  streak(count: number): string;
  /**
   * `On 3 May I asked you …; this is the third message since.`
   *
   * `on` is a date in words, absent where unknown; `count` the messages since, 0 where unknown.
   */
  earlier(kind: ReplyKind, on: string | undefined, count: number): string;
  /** The place of work is too far; role and place where they were read. */
  relocation(role: string | undefined, place: string | undefined): string;
  /** `role` in the owner's own words, e.g. `help desk`. */
  excludedRole(role: string): string;
  readonly noGrowth: string;
  /** The owner's policy, quoted, since it may be in another language. */
  policy(words: string): string;
}

/** The count-th of an ordinal list that begins with the second, undefined beyond its end. */
export function ordinal(words: readonly string[], count: number): string | undefined {
  return words[count - 2];
}
