/** The one boundary that is safe with this sender, and why; the key is the action's own, or `.`. */
import type { ActionKind } from '#core/boundary/kinds.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { COMMAND_OF_ACTION } from '../keys/commands.ts';
import { Button } from '../ui/button.tsx';
import { ACTION_OF_ADVICE, ACTION_WORDS } from '../ui/words.ts';
import styles from './advice.module.css';

export interface AdviceProps {
  readonly assessment: Assessment;
  readonly onAct: (kind: ActionKind) => void;
  readonly onAnswer: () => void;
}

export function Advice({ assessment, onAct, onAnswer }: AdviceProps) {
  const action = ACTION_OF_ADVICE[assessment.advice];
  return (
    <section className={styles.advice} aria-label="Advice">
      {action === 'answer' && (
        <Button look="primary" command="answer" onClick={onAnswer}>
          Answer
        </Button>
      )}
      {action === 'none' && (
        <Button command="act-archive" onClick={() => onAct('archive')}>
          Archive
        </Button>
      )}
      {action !== 'answer' && action !== 'none' && (
        <Button look="primary" command={COMMAND_OF_ACTION[action]} onClick={() => onAct(action)}>
          {ACTION_WORDS[action].title}
        </Button>
      )}
      <p className={styles.reason}>{assessment.adviceReason}</p>
    </section>
  );
}
