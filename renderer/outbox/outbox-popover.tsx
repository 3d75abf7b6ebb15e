/** What is on its way to Gmail, what got there, what did not. */
import { useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { OutboxItem } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { shortTime } from '../ui/times.ts';
import { useMinute } from '../ui/use-minute.ts';
import { OUTBOX_STATE_WORDS, outboxTitle } from '../ui/words.ts';
import { RetryButton } from './retry-button.tsx';
import styles from './outbox-popover.module.css';

const LISTED = 50;

export function OutboxPopover() {
  const outbox = useQuery(engineQuery('outbox.list', {}));
  const items = (outbox.data ?? []).filter((item) => item.kind !== 'mark-read');
  const now = useMinute();
  if (items.length === 0) return undefined;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className={styles.trigger}>
          <Send aria-hidden="true" />
          {outboxInWords(items)}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} side="top" align="start" sideOffset={6} aria-label="Outbox">
          <h2 className={styles.head}>What you did</h2>
          <ul className={styles.items}>
            {items.slice(0, LISTED).map((item) => (
              <Item key={item.id} item={item} now={now} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Trouble first, then what waits, then that all is done. */
function outboxInWords(items: readonly OutboxItem[]): string {
  const count = (state: OutboxItem['state']) => items.filter((item) => item.state === state).length;
  if (count('failed') > 0) return `${count('failed')} failed`;
  if (count('waiting') > 0) return `${count('waiting')} waiting to be sent`;
  if (count('sending') > 0) return `Sending ${count('sending')}`;
  if (count('undoable') > 0) return `${count('undoable').toLocaleString('en')} can be undone`;
  return 'All done';
}

const TONE = {
  failed: 'bad',
  waiting: 'warn',
  done: 'good',
  sending: 'plain',
  undoable: 'plain',
  undone: 'plain',
} as const;

function Item({ item, now }: { readonly item: OutboxItem; readonly now: number }) {
  const actions = useActions();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.title}>{outboxTitle(item.kind, item.messageRowIds.length)}</p>
        <p className={styles.outcome}>
          {item.error === undefined ? item.outcome : `${item.error.message} ${item.error.cure}`}
        </p>
      </div>
      {item.state === 'failed' && <RetryButton item={item} />}
      {item.state === 'undoable' && <Button onClick={() => void actions.undo(item.id)}>Undo</Button>}
      {item.state !== 'failed' && <Chip tone={TONE[item.state]}>{OUTBOX_STATE_WORDS[item.state]}</Chip>}
      <time className={styles.time}>{shortTime(item.createdAt, now)}</time>
    </li>
  );
}
