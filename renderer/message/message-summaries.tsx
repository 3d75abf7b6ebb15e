/** Messages in a few words each; one opens for reading. */
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import type { MessageSummary } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { dateOf, wholeTime } from '../ui/times.ts';
import { nameOf } from './people-line.ts';
import styles from './message-summaries.module.css';

export interface MessageSummariesProps {
  readonly messages: readonly MessageSummary[];
  /** The one that is open already. */
  readonly currentId?: number;
  /** False where they are all of one person's correspondence, named above. */
  readonly withNames?: boolean;
}

export function MessageSummaries({ messages, currentId, withNames = true }: MessageSummariesProps) {
  const { peek } = useLayers();
  return (
    <ul className={styles.summaries}>
      {messages.map((message) => (
        <li key={message.id}>
          <button
            type="button"
            className={styles.summary}
            disabled={message.id === currentId}
            aria-current={message.id === currentId ? 'true' : undefined}
            onClick={() => peek(message.id)}
          >
            <DirectionMark direction={message.direction} />
            <time className={styles.date} title={wholeTime(message.receivedAt)}>
              {dateOf(message.receivedAt)}
            </time>
            {withNames && (
              <span className={styles.name}>{message.direction === 'sent' ? 'You' : nameOf(message.from)}</span>
            )}
            <span className={styles.words}>
              <span className={styles.subject}>{message.subject === '' ? '(no subject)' : message.subject}</span>{' '}
              {message.snippet}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function DirectionMark({ direction }: { readonly direction: MessageSummary['direction'] }) {
  const words = direction === 'sent' ? 'You wrote' : 'They wrote';
  return (
    <span className={styles.direction} title={words} data-direction={direction}>
      {direction === 'sent' ? <ArrowUpRight aria-hidden="true" /> : <ArrowDownLeft aria-hidden="true" />}
      <span className="only-spoken">{words}</span>
    </span>
  );
}
