/**
 * Many phrases looked for in one pass over a text.
 *
 * A phrase is written in words of the folded text (fold.ts):
 *
 *   `(would|could) you be [at all] open to *` alternatives, an optional part, `*` up to three words, `**` up to eight
 *   `(a|)` the same as `[a]` · `recruit~` any ending · `#` a number · `####` a year · `follow-up` with a hyphen, a space or neither · `don't` with or without apostrophe
 *   `!…` sure (0.9) · `?…` a hint (0.3) · otherwise 0.6
 *
 * Words are separated by anything but letters, digits and the end of a sentence. Each phrase is filed under its first
 * word, so that a text is read once, whatever the number of phrases: about 20 µs a kilobyte.
 */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

export type PhraseMatches<Family extends string> = Partial<Record<Family, readonly PhraseMatch[]>>;

interface Entry<Family extends string> {
  readonly family: Family;
  readonly weight: number;
  readonly serial: number;
  readonly expression: RegExp;
}

export interface PhraseBook<Family extends string> {
  /** Matches by family, each phrase at most once, in order of place. */
  readonly match: (folded: string) => PhraseMatches<Family>;
}

const SEPARATOR = '[^a-z0-9.!?\\n]+';
const WORD = "[a-z0-9][a-z0-9']*";
const YEAR = '(?:19|20)[0-9]{2}';
const NUMBER = '[0-9][0-9.,]*(?:k|m|bn|%)?';

type Node =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'group'; readonly alternatives: readonly (readonly Node[])[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

/** Parses a phrase, or the inside of a group; a phrase is ours, so a mistake in it throws at load. */
function parse(source: string): readonly (readonly Node[])[] {
  let at = 0;
  const sequence = (closing: string): readonly (readonly Node[])[] => {
    const alternatives: Node[][] = [[]];
    while (at < source.length) {
      const character = source[at] ?? '';
      if (character === closing) {
        at += 1;
        return alternatives;
      }
      if (character === ' ') at += 1;
      else if (character === '|') {
        alternatives.push([]);
        at += 1;
      } else if (character === '(' || character === '[') {
        at += 1;
        const inner = sequence(character === '(' ? ')' : ']');
        const filled = inner.filter((alternative) => alternative.length > 0);
        alternatives
          .at(-1)
          ?.push({ kind: 'group', alternatives: filled, optional: character === '[' || filled.length < inner.length });
      } else {
        const word = /[^ ()[\]|]+/y;
        word.lastIndex = at;
        const text = word.exec(source)?.[0];
        if (text === undefined) throw new Error(`phrase cannot be read: ${source}`);
        at += text.length;
        alternatives
          .at(-1)
          ?.push(/^\*+$/.test(text) ? { kind: 'gap', most: text === '*' ? 3 : 8 } : { kind: 'word', text });
      }
    }
    if (closing !== '') throw new Error(`phrase is not closed: ${source}`);
    return alternatives;
  };
  return sequence('');
}

function wordExpression(text: string): string {
  const stem = text.endsWith('~');
  const body = (stem ? text.slice(0, -1) : text)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('-', '[ -]?')
    .replaceAll("'", "'?")
    .replaceAll('####', YEAR)
    .replaceAll('#', NUMBER);
  return body + (stem ? "[a-z0-9']*" : '(?![a-z0-9])');
}

function nodeExpression(node: Node): string {
  if (node.kind === 'word') return wordExpression(node.text);
  if (node.kind === 'gap') return '';
  return `(?:${node.alternatives.map((alternative) => sequenceExpression(alternative)).join('|')})`;
}

function sequenceExpression(nodes: readonly Node[]): string {
  let expression = '';
  let first = true;
  for (const node of nodes) {
    if (node.kind === 'gap') expression += `(?:${SEPARATOR}${WORD}){0,${node.most}}?`;
    else if (node.kind === 'group' && node.optional) expression += `(?:${SEPARATOR}${nodeExpression(node)})?`;
    else expression += (first ? '' : SEPARATOR) + nodeExpression(node);
    first = false;
  }
  return expression;
}

/** The words that a sequence can start with. */
function firstWords(nodes: readonly Node[]): readonly string[] {
  const [node] = nodes;
  if (!node || node.kind === 'gap') throw new Error('a phrase cannot start with a gap');
  if (node.kind === 'word') return [node.text];
  return node.alternatives.flatMap((alternative) => firstWords(alternative));
}

/** `(a|b c|d)` alone is a list: each of its alternatives is a phrase for itself. */
function singlePhrases(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const [node] = nodes;
  if (nodes.length !== 1 || node?.kind !== 'group' || node.optional) return [nodes];
  return node.alternatives.flatMap((alternative) => singlePhrases(alternative));
}

/** `[really] enjoyed` starts a phrase twice: with and without. */
function withoutLeadingOption(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const [node, ...rest] = nodes;
  if (node?.kind !== 'group' || !node.optional) return [nodes];
  return [[{ ...node, optional: false }, ...rest], ...withoutLeadingOption(rest)];
}

/** Keys under which a first word is filed: up to its hyphen or apostrophe, and written in one. */
function keysOf(word: string): readonly { readonly key: string; readonly stem: boolean }[] {
  if (word.startsWith('#')) return [{ key: '#', stem: false }];
  const stem = word.endsWith('~');
  const body = stem ? word.slice(0, -1) : word;
  const cut = body.search(/['-]/);
  if (cut < 0) return [{ key: body, stem }];
  return [
    { key: body.slice(0, cut), stem: false },
    { key: body.replaceAll(/['-]/g, ''), stem },
  ];
}

const STEM_HEAD = 2;
const NO_STEMS: ReadonlyMap<string, never> = new Map<string, never>();

/** a–z, 0–9; NaN, past the end, is none. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

export function phraseBook<Family extends string>(
  families: Readonly<Record<Family, readonly string[]>>,
): PhraseBook<Family> {
  const exact = new Map<string, Entry<Family>[]>();
  /** Stems by their first two letters. */
  const stems = new Map<string, Map<string, Entry<Family>[]>>();
  let serial = 0;
  for (const family of Object.keys(families) as Family[]) {
    for (const source of families[family]) {
      const weight = source.startsWith('!') ? 0.9 : source.startsWith('?') ? 0.3 : 0.6;
      const parsed = parse((weight === 0.6 ? source : source.slice(1)).replaceAll(/\s+/g, ' '));
      for (const phrase of parsed.flatMap((alternative) => singlePhrases(alternative))) {
        serial += 1;
        for (const nodes of withoutLeadingOption(phrase))
          file({ family, weight, serial, expression: new RegExp(sequenceExpression(nodes), 'y') }, nodes);
      }
    }
  }
  function file(entry: Entry<Family>, nodes: readonly Node[]): void {
    for (const { key, stem } of firstWords(nodes).flatMap((word) => keysOf(word))) {
      const shelf = stem ? shelfOf(key.slice(0, STEM_HEAD)) : exact;
      const filed = shelf.get(key);
      if (!filed) shelf.set(key, [entry]);
      else if (!filed.includes(entry)) filed.push(entry);
    }
  }
  function shelfOf(head: string): Map<string, Entry<Family>[]> {
    const shelf = stems.get(head) ?? new Map<string, Entry<Family>[]>();
    stems.set(head, shelf);
    return shelf;
  }

  return {
    match(folded) {
      const matches: Partial<Record<Family, PhraseMatch[]>> = {};
      const seen = new Set<number>();
      const tryAll = (entries: readonly Entry<Family>[] | undefined, start: number): void => {
        if (!entries) return;
        for (const entry of entries) {
          if (seen.has(entry.serial)) continue;
          entry.expression.lastIndex = start;
          if (!entry.expression.test(folded)) continue;
          seen.add(entry.serial);
          (matches[entry.family] ??= []).push({ start, end: entry.expression.lastIndex, weight: entry.weight });
        }
      };
      let start = 0;
      for (let at = 0; at <= folded.length; at += 1) {
        if (isWordCode(folded.charCodeAt(at))) continue;
        if (at > start) {
          const word = folded.slice(start, at);
          tryAll(exact.get(word), start);
          if (word.charCodeAt(0) < 58) tryAll(exact.get('#'), start);
          for (const [stem, entries] of stems.get(word.slice(0, STEM_HEAD)) ?? NO_STEMS)
            if (word.startsWith(stem)) tryAll(entries, start);
        }
        start = at + 1;
      }
      return matches;
    },
  };
}

/** Several matches together: independent hints add up, none makes it certain. Matches over the same words count once. */
export function combinedStrength(matches: readonly PhraseMatch[]): number {
  let doubt = 1;
  let end = -1;
  let weight = 0;
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    if (match.start < end) {
      weight = Math.max(weight, match.weight);
      end = Math.max(end, match.end);
      continue;
    }
    doubt *= 1 - weight;
    ({ end, weight } = match);
  }
  return Math.min(0.99, 1 - doubt * (1 - weight));
}
