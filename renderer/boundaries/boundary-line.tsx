/** One entry of the ledger in a sentence: what was asked, when, and whether it was kept. */
import { Shield } from 'lucide-react';
import type { BoundaryView } from '#core/contract/views.ts';
import { Chip } from '../ui/chip.tsx';
import { dateOf } from '../ui/times.ts';
import { ACTION_WORDS } from '../ui/words.ts';
import styles from './boundary-line.module.css';
import { stateInWords } from './state-in-words.ts';

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
    </p>
  );
}
