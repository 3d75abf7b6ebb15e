/** Who wrote to whom, when, about what. */
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageView } from '#core/contract/views.ts';
import { exactTime, wholeTime } from '../ui/times.ts';
import { nameOf, peopleInWords, senderOddities } from './people-line.ts';
import styles from './message-head.module.css';

export interface MessageHeadProps {
  readonly message: MessageView;
  /** Beside the sender's name: strength, lane. */
  readonly beside?: ReactNode;
  /** Opens the sender's page; absent where it is open already. */
  readonly onSender?: () => void;
}

export function MessageHead({ message, beside, onSender }: MessageHeadProps) {
  const { from, to, cc } = message;
  const oddities = message.direction === 'received' ? senderOddities(from, message.replyTo) : [];
  return (
    <header className={styles.head}>
      <h2 className={styles.subject} dir="auto">
        {message.subject === '' ? '(no subject)' : message.subject}
      </h2>
      <div className={styles.from}>
        {onSender === undefined ? (
          <span className={styles.name}>{nameOf(from)}</span>
        ) : (
          <button type="button" className={styles.name} title="Who is this?" onClick={onSender}>
            {nameOf(from)}
          </button>
        )}
        {from.name !== '' && <span className={styles.address}>{from.address}</span>}
        {beside}
      </div>
      <p className={styles.to}>
        <time title={wholeTime(message.receivedAt)}>{exactTime(message.receivedAt)}</time>
        {to.length === 0 ? ' · to nobody named' : ` · to ${peopleInWords(to)}`}
        {cc.length > 0 && ` · cc ${peopleInWords(cc)}`}
      </p>
      {oddities.map((oddity) => (
        <p key={oddity} className={styles.odd}>
          <TriangleAlert aria-hidden="true" />
          {oddity}
        </p>
      ))}
      {message.defects.length > 0 && (
        <details className={styles.defects}>
          <summary>Parts of this message could not be read</summary>
          <ul>
            {message.defects.map((defect) => (
              <li key={defect}>{defect}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
