/** One message of the list. Memoised: moving the cursor renders two rows, not the list. */
import { Paperclip } from 'lucide-react';
import { memo, type CSSProperties, type MouseEvent } from 'react';
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import type { QueueItem } from '#core/contract/views.ts';
import { Chip } from '../ui/chip.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { shortTime, wholeTime } from '../ui/times.ts';
import { LABEL_TONE } from '../ui/words.ts';
import { rowName, senderName } from './row-name.ts';
import styles from './message-row.module.css';

/** Fixed, so that the list can be virtual without measuring. */
export const ROW_HEIGHT = 74;

export interface MessageRowProps {
  readonly item: QueueItem;
  readonly position: number;
  /** -1 where unknown. */
  readonly setSize: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly now: number;
  readonly top: number;
  readonly onPick: (item: QueueItem, position: number, event: MouseEvent) => void;
}

/** Labels on a row; the rest is counted. */
const SHOWN_LABELS = 2;

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { item, position, setSize, isActive, isSelected, now, top, onPick } = props;
  const labels = item.labels.filter((label) => label !== 'personal');
  const reason = item.reasons[0]?.text;
  const style: CSSProperties = { transform: `translateY(${top}px)`, height: ROW_HEIGHT };
  return (
    // Keys are the list's: it holds the focus and points here by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={rowId(item.id)}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected || isActive}
      aria-posinset={position + 1}
      aria-setsize={setSize}
      aria-label={rowName(item, now)}
      className={styles.row}
      data-active={isActive}
      data-selected={isSelected}
      data-unread={item.unread}
      style={style}
      onClick={(event) => onPick(item, position, event)}
    >
      <span className={styles.sender}>
        <StrengthMeter strength={item.strength} reason={reason} />
        <span className={styles.name}>{senderName(item)}</span>
      </span>
      <span className={styles.when}>
        {item.attachmentCount > 0 && <Paperclip aria-hidden="true" />}
        <time title={wholeTime(item.receivedAt)}>{shortTime(item.receivedAt, now)}</time>
      </span>
      <span className={styles.line}>
        <span className={styles.subject}>{item.subject === '' ? '(no subject)' : item.subject}</span>
        <span className={styles.snippet}>{item.snippet}</span>
      </span>
      <span className={styles.reasons}>
        {labels.slice(0, SHOWN_LABELS).map((label) => (
          <Chip key={label} tone={LABEL_TONE[label] ?? 'plain'}>
            {LABEL_WORDS[label]}
          </Chip>
        ))}
        {labels.length > SHOWN_LABELS && <Chip>+{labels.length - SHOWN_LABELS}</Chip>}
        <span className={styles.why} title={reason}>
          {reason}
        </span>
      </span>
    </div>
  );
});

export function rowId(messageId: number): string {
  return `message-${messageId}`;
}
