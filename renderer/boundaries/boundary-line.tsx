/** One entry of the ledger in a sentence: what was asked, when, and whether it was kept. */
import { Shield } from 'lucide-react';
import type { BoundaryView } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { Chip } from '../ui/chip.tsx';
import { dateOf } from '../ui/times.ts';
import { ACTION_WORDS } from '../ui/words.ts';
import styles from './boundary-line.module.css';
import { answerInWords, stateInWords } from './state-in-words.ts';

export const BOUNDARY_TONE = {
  waiting: 'plain',
  set: 'plain',
  answered: 'good',
  kept: 'good',
  ignored: 'bad',
  forgiven: 'plain',
} as const satisfies Record<BoundaryView['state'], 'plain' | 'good' | 'bad'>;

export function BoundaryLine({ boundary }: { readonly boundary: BoundaryView }) {
  return (
    <p className={styles.line}>
      <Shield aria-hidden="true" />
      <span>
        {ACTION_WORDS[boundary.kind].title} · {dateOf(boundary.setAt)}
      </span>
      <Chip tone={BOUNDARY_TONE[boundary.state]}>{stateInWords(boundary)}</Chip>
      <AnswerLink boundary={boundary} />
    </p>
  );
}

/** Opens the message by which they answered. */
export function AnswerLink({ boundary }: { readonly boundary: BoundaryView }) {
  const { peek } = useLayers();
  const { answer } = boundary;
  if (answer === undefined) return undefined;
  return (
    <button
      type="button"
      className={styles.answer}
      data-reading={answer.reading}
      title={answer.text === '' ? 'Open it' : answer.text}
      onClick={() => peek(answer.messageRowId)}
    >
      {answerInWords(boundary)}
    </button>
  );
}
