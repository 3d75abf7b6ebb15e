/**
 * The user's word on who is who: addresses that are one person, and addresses that are somebody else.
 *
 * It wins over every rule and holds at every moment, past ones too: nobody became another person when the user said so. A
 * later word wins over an earlier one on the same two addresses; what would follow from earlier words against a later one
 * does not follow.
 */
import type { Reason } from '../triage/vocabulary.ts';
import { dayInWords, isPlausibleTime } from './dates-in-words.ts';

export interface PersonWord {
  /** Greater for what was said later. */
  readonly id: number;
  /** Each of `these` and each of `those` are one person, or two. */
  readonly word: 'same' | 'other';
  readonly saidAt: number;
  /** Mailbox keys. */
  readonly these: readonly string[];
  readonly those: readonly string[];
}

/** Two mailbox keys that are one person. */
export interface Link {
  readonly one: string;
  readonly other: string;
  readonly word: PersonWord;
}

export class PersonWords {
  /** Everybody whom a word made one person, by mailbox key; a group is the same set for all of its members. */
  readonly #groups = new Map<string, Set<string>>();
  /** All of them together make the groups; the latest first. */
  readonly links: readonly Link[];
  readonly #apart = new Map<string, Set<string>>();

  constructor(words: readonly PersonWord[]) {
    const apart: (readonly [string, string])[] = [];
    const links: Link[] = [];
    for (const word of words.toSorted((a, b) => b.id - a.id)) {
      for (const [one, other] of pairsOf(word)) {
        if (word.word === 'other') {
          if (!this.#groupOf(one).has(other)) apart.push([one, other]);
        } else if (!this.#separates(apart, one, other)) {
          links.push({ one, other, word });
          this.#unite(one, other);
        }
      }
    }
    this.links = links;
    for (const [one, other] of apart) this.#keepApart(this.#groupOf(one), this.#groupOf(other));
  }

  /** Whether the user said that the two are not one person. */
  keepsApart(key: string, other: string): boolean {
    return this.#apart.get(key)?.has(other) === true;
  }

  #groupOf(key: string): ReadonlySet<string> {
    return this.#groups.get(key) ?? new Set([key]);
  }

  #unite(one: string, other: string): void {
    const united = new Set([...this.#groupOf(one), ...this.#groupOf(other)]);
    for (const key of united) this.#groups.set(key, united);
  }

  #separates(apart: readonly (readonly [string, string])[], one: string, other: string): boolean {
    const [ones, others] = [this.#groupOf(one), this.#groupOf(other)];
    return apart.some(([a, b]) => (ones.has(a) && others.has(b)) || (ones.has(b) && others.has(a)));
  }

  #keepApart(ones: ReadonlySet<string>, others: ReadonlySet<string>): void {
    for (const one of ones) {
      for (const other of others) {
        setOf(this.#apart, one).add(other);
        setOf(this.#apart, other).add(one);
      }
    }
  }
}

/** `You said on 3 May 2026 that ann@lee.example and ann@new.example are one person`. */
export function reasonOfWord({ word, saidAt }: PersonWord, one: string, other: string): Reason {
  const on = isPlausibleTime(saidAt) ? ` on ${dayInWords(saidAt)}` : '';
  const are = word === 'same' ? 'are one person' : 'are two people';
  return { text: `You said${on} that ${one} and ${other} ${are}`, messageIds: [] };
}

function* pairsOf({ these, those }: PersonWord): Generator<readonly [string, string]> {
  for (const one of these) for (const other of those) if (one !== other) yield [one, other];
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const found = sets.get(key);
  if (found) return found;
  const made = new Set<string>();
  sets.set(key, made);
  return made;
}
