/** What the user can say of a message's labels, in words, the likeliest first. */
import type { MessageView } from '#core/contract/views.ts';
import { type Correction, GIVEN_LABELS, OUTREACH } from '#core/triage/corrections.ts';
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import type { Label } from '#core/triage/vocabulary.ts';
import { nameOf } from '../message/people-line.ts';

/** One word of the user's on labels; `nothing` takes back what was said. */
export interface Word {
  readonly scope: Correction['scope'];
  readonly label: Correction['label'];
  readonly says: 'is' | 'not' | 'nothing';
}

export interface Choice extends Word {
  readonly title: string;
  readonly group: string;
}

export type Correctable = Pick<MessageView, 'from' | 'assessment' | 'corrections'>;

export function choicesFor(message: Correctable): readonly Choice[] {
  const { assessment, corrections } = message;
  const labels = assessment?.labels ?? [];
  const others = GIVEN_LABELS.filter((label) => !labels.includes(label));
  const worthDenying = labels.filter((label) => label !== 'personal');
  const isOutreach = labels.some((label) => OUTREACH.includes(label));
  const words: readonly Word[] = [
    ...corrections.map(({ scope, label }): Word => ({ scope, label, says: 'nothing' })),
    ...labels.map((label): Word => ({ scope: 'message', label, says: 'not' })),
    ...(isOutreach ? [{ scope: 'thread', label: 'outreach', says: 'not' } as const] : []),
    ...worthDenying.map((label): Word => ({ scope: 'sender', label, says: 'not' })),
    { scope: 'sender', label: 'outreach', says: 'not' },
    ...others.map((label): Word => ({ scope: 'message', label, says: 'is' })),
    ...GIVEN_LABELS.map((label): Word => ({ scope: 'sender', label, says: 'is' })),
  ];
  const said = new Set(corrections.map((one) => keyOf({ ...one, says: one.is ? 'is' : 'not' })));
  return words
    .filter((word) => !said.has(keyOf(word)))
    .map((word) => ({ ...word, title: titleOf(word, message), group: groupOf(word, message) }));
}

export function keyOf({ scope, label, says }: Word): string {
  return `${scope}-${label}-${says}`;
}

export function titleOf({ scope, label, says }: Word, { from, corrections }: Correctable): string {
  if (says === 'nothing') {
    const said = corrections.find((one) => one.scope === scope && one.label === label);
    const before: Word = { scope, label, says: said?.is === true ? 'is' : 'not' };
    return `Take back: ${titleOf(before, { from, corrections: [] })}`;
  }
  if (label === 'outreach')
    return scope === 'thread' ? 'This thread is not outreach' : `Mail of ${nameOf(from)} is never outreach`;
  const word = wordOf(label);
  switch (scope) {
    case 'message':
      return says === 'is' ? `This is ${word}` : `Not ${word}`;
    case 'thread':
      return says === 'is' ? `This thread is ${word}` : `This thread is not ${word}`;
    case 'sender':
      return `Mail of ${nameOf(from)} is ${says === 'is' ? 'always' : 'never'} ${word}`;
  }
}

function wordOf(label: Label): string {
  return `“${LABEL_WORDS[label]}”`;
}

function groupOf({ scope, says }: Word, { from }: Correctable): string {
  if (says === 'nothing') return 'What you said';
  const whose = `All mail of ${nameOf(from)}`;
  if (says === 'is') return { message: 'What is missing', thread: 'This thread', sender: `${whose}, always` }[scope];
  return { message: 'This message', thread: 'This thread', sender: whose }[scope];
}
