/** How much of the undo window is left. Runs in CSS: no work a frame. */
import { useState } from 'react';
import styles from './countdown-ring.module.css';

export function CountdownRing({ durationMs, elapsedMs }: { readonly durationMs: number; readonly elapsedMs: number }) {
  // Only where it stands when it appears matters: from there on the animation keeps the time.
  const [delay] = useState(() => -elapsedMs);
  return (
    <svg className={styles.ring} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle className={styles.track} cx="10" cy="10" r="8" />
      <circle
        className={styles.left}
        cx="10"
        cy="10"
        r="8"
        pathLength="1"
        style={{ animationDuration: `${durationMs}ms`, animationDelay: `${delay}ms` }}
      />
    </svg>
  );
}
