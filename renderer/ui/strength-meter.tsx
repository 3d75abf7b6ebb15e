/** How real the relationship is, as four bars; in words for the tooltip and for screen readers. */
import { strengthWords } from './words.ts';
import styles from './strength-meter.module.css';

const BARS = [0, 1, 2, 3] as const;

/** Filled bars for a strength of 0–100: none for no history at all, four from 75. */
function filledBars(strength: number): number {
  if (strength <= 0) return 0;
  return Math.min(4, Math.floor(strength / 25) + 1);
}

export function StrengthMeter({
  strength,
  reason,
}: {
  readonly strength: number;
  readonly reason?: string | undefined;
}) {
  const filled = filledBars(strength);
  const words = `Strength ${Math.round(strength)} of 100: ${strengthWords(strength)}${reason === undefined ? '' : `. ${reason}`}`;
  return (
    <span className={styles.meter} title={words}>
      <svg viewBox="0 0 15 12" width="15" height="12" aria-hidden="true">
        {BARS.map((bar) => (
          <rect
            key={bar}
            className={bar < filled ? styles.filled : styles.empty}
            x={bar * 4}
            y={9 - bar * 3}
            width="3"
            height={3 + bar * 3}
            rx="1"
          />
        ))}
      </svg>
      <span className="only-spoken">{words}</span>
    </span>
  );
}
