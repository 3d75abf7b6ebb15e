/** What Acquaint makes of a person, in words: the lane, the strength as the sum that it is, how likely an answer is. */
import type { SenderView } from '#core/contract/views.ts';
import { USUAL_ANSWER_RATE } from '#core/relationship/usual-answers.ts';
import { Reasons } from '../message/reasons.tsx';
import { LANE_WORDS, strengthWords } from '../ui/words.ts';
import styles from './standing.module.css';

const points = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function Standing({ sender }: { readonly sender: SenderView }) {
  const { lane, strength, contributions, likelyToAnswer } = sender;
  const sum = contributions.reduce((total, one) => total + one.points, 0);
  return (
    <section>
      <h3>What Acquaint makes of it</h3>
      <dl className={styles.standing}>
        <dt>Lane</dt>
        <dd>
          <strong>{LANE_WORDS[lane].title}</strong>: {lowerFirst(LANE_WORDS[lane].about)}
        </dd>
        <dt>Likely to answer</dt>
        <dd>{likelyToAnswer === undefined ? 'Not worked out yet' : answerWords(likelyToAnswer)}</dd>
        <dt>Strength</dt>
        <dd>
          <strong>{strength} of 100</strong>, {strengthWords(strength)}
        </dd>
      </dl>
      {contributions.length > 0 && (
        <ul className={styles.sum} aria-label="What the strength is the sum of">
          {contributions.map(({ name, points: part, reason }) => (
            <li key={name}>
              <span className={styles.points}>+{points.format(part)}</span>
              <Reasons reasons={[reason]} />
            </li>
          ))}
          {contributions.length > 1 && (
            <li className={styles.total}>
              <span className={styles.points}>{points.format(sum)}</span>
              <span>together</span>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** `You would answer about 14 in 100 messages of theirs, more than is usual (10)`. */
function answerWords(chance: number): string {
  const share = Math.round(chance * 100);
  const usual = Math.round(USUAL_ANSWER_RATE * 100);
  const than = share > usual ? 'more than is usual' : share < usual ? 'fewer than is usual' : 'as many as is usual';
  return `You would answer about ${share} in 100 messages of theirs, ${than}${share === usual ? '' : ` (${usual})`}`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
