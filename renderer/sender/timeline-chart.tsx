/** The timeline drawn: they wrote above the line, you wrote below it. */
import { useMemo, useState } from 'react';
import type { MessageSummary } from '#core/contract/views.ts';
import { timelineOf, type Period } from './timeline.ts';
import styles from './timeline-chart.module.css';

const HALF = 34;

export function TimelineChart({ messages }: { readonly messages: readonly MessageSummary[] }) {
  const [now] = useState(() => Date.now());
  const periods = useMemo(() => timelineOf(messages, now), [messages, now]);
  if (periods.length < 2) return undefined;
  const most = Math.max(1, ...periods.map(({ received, sent }) => Math.max(received, sent)));
  // Few periods are drawn wide, so that the dates at both ends have room.
  const width = Math.max(18, Math.min(64, 320 / periods.length));
  const height = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * HALF));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span data-direction="received">They wrote</span>
        <span data-direction="sent">You wrote</span>
      </figcaption>
      <ol className={styles.periods} aria-label="Messages over time">
        {periods.map((period) => (
          <li key={period.title} style={{ flexBasis: width }} title={periodInWords(period)}>
            <span className={styles.received} style={{ height: height(period.received) }} />
            <span className={styles.sent} style={{ height: height(period.sent) }} />
            <span className="only-spoken">{periodInWords(period)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.ends} aria-hidden="true">
        <span>{periods[0]?.title}</span>
        <span>{periods.at(-1)?.title}</span>
      </div>
    </figure>
  );
}

function periodInWords({ title, received, sent }: Period): string {
  return `${title}: they wrote ${received}, you wrote ${sent}`;
}
