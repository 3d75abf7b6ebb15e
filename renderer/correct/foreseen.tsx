/** What a correction would change: this message, and every other that it would move, each to be opened. */
import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RequestInput } from '#core/contract/requests.ts';
import type { Foresight, Move, Standing } from '#core/contract/views.ts';
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import { useLayers } from '../app/layers-context.ts';
import { nameOf } from '../message/people-line.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { dateOf, wholeTime } from '../ui/times.ts';
import { ACTION_OF_ADVICE, ACTION_WORDS, LABEL_TONE, LANE_WORDS, counted } from '../ui/words.ts';
import { useForesight } from './use-foresight.ts';
import styles from './foreseen.module.css';

export interface ForeseenProps {
  readonly correction: RequestInput<'correction.apply'>;
  readonly onCancel: () => void;
  /** Told how many other messages move, where that is known. */
  readonly onApply: (moveCount: number | undefined) => void;
}

export function Foreseen({ correction, onCancel, onApply }: ForeseenProps) {
  const { foresight, share, isStopped, error, stop } = useForesight(correction);
  const isSettled = foresight !== undefined || isStopped || error !== null;
  const apply = useRef<HTMLButtonElement>(null);
  // Enter applies, once there is something to decide by.
  useEffect(() => {
    if (isSettled) apply.current?.focus();
  }, [isSettled]);
  return (
    <>
      <div className={styles.body}>
        {error !== null && <ErrorNote error={error} />}
        {!isSettled && (
          <div className={styles.looking}>
            <ProgressBar label="Looking through your mail" share={share} />
            <span>Looking through your mail…</span>
            <Button look="text" onClick={stop}>
              Stop looking
            </Button>
          </div>
        )}
        {isStopped && <p className={styles.note}>Not looked through: other messages may move as well.</p>}
        {foresight !== undefined && <Changes foresight={foresight} />}
      </div>
      <footer className={styles.foot}>
        <span className={styles.hint}>Your word holds for ever; you can undo it.</span>
        <Button onClick={onCancel}>Cancel</Button>
        <Button ref={apply} look="primary" disabled={!isSettled} onClick={() => onApply(foresight?.moveCount)}>
          Apply
        </Button>
      </footer>
    </>
  );
}

function Changes({ foresight: { itself, moves, moveCount, complete } }: { readonly foresight: Foresight }) {
  return (
    <>
      <section aria-label="This message">
        <h3 className={styles.title}>This message</h3>
        {itself === undefined ? (
          <p className={styles.note}>It stays as it is.</p>
        ) : (
          <Change before={itself.before} after={itself.after} />
        )}
      </section>
      <section aria-label="Other messages">
        <h3 className={styles.title}>{othersInWords(moveCount)}</h3>
        {moves.length > 0 && (
          <ul className={styles.moves}>
            {moves.map((move) => (
              <li key={move.id}>
                <MoveLine move={move} />
              </li>
            ))}
          </ul>
        )}
        {moveCount > moves.length && (
          <p className={styles.note}>and {counted(moveCount - moves.length, 'older message')}</p>
        )}
        {!complete && <p className={styles.note}>Not all of your mail was looked through yet: more may move.</p>}
      </section>
    </>
  );
}

function othersInWords(count: number): string {
  return count === 0 ? 'No other message would move' : `${counted(count, 'other message')} would move`;
}

function MoveLine({ move }: { readonly move: Move }) {
  const { peek } = useLayers();
  return (
    <>
      <button type="button" className={styles.message} title="Open it" onClick={() => peek(move.id)}>
        <span className={styles.name}>{nameOf(move.from)}</span>
        <span className={styles.subject}>{move.subject === '' ? '(no subject)' : move.subject}</span>
        <time title={wholeTime(move.receivedAt)}>{dateOf(move.receivedAt)}</time>
      </button>
      <Change before={move.before} after={move.after} />
    </>
  );
}

/** Only what differs: labels that go and come, the lane, the advice. */
function Change({ before, after }: { readonly before: Standing; readonly after: Standing }) {
  const gone = before.labels.filter((label) => !after.labels.includes(label));
  const come = after.labels.filter((label) => !before.labels.includes(label));
  return (
    <p className={styles.change}>
      {gone.map((label) => (
        <del key={label} className={styles.gone}>
          <Chip>{LABEL_WORDS[label]}</Chip>
        </del>
      ))}
      {gone.length > 0 && come.length > 0 && <ArrowRight aria-label="becomes" />}
      {come.map((label) => (
        <ins key={label} className={styles.come}>
          <Chip tone={LABEL_TONE[label] ?? 'plain'}>{LABEL_WORDS[label]}</Chip>
        </ins>
      ))}
      {before.lane !== after.lane && (
        <Turn what="Lane" before={LANE_WORDS[before.lane].one} after={LANE_WORDS[after.lane].one} />
      )}
      {before.advice !== after.advice && (
        <Turn what="Advice" before={adviceInWords(before)} after={adviceInWords(after)} />
      )}
    </p>
  );
}

function Turn({ what, before, after }: { readonly what: string; readonly before: string; readonly after: string }) {
  return (
    <span className={styles.turn}>
      {what}: {before}
      <ArrowRight aria-label="becomes" />
      {after}
    </span>
  );
}

function adviceInWords({ advice }: Standing): string {
  const action = ACTION_OF_ADVICE[advice];
  if (action === 'answer') return 'answer';
  return action === 'none' ? 'nothing to do' : ACTION_WORDS[action].title;
}
