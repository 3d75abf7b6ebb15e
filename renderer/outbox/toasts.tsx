/**
 * What just happened and how to take it back: outbox items as long as they can be undone, failures, and passing notices.
 *
 * Spoken through the live region (`engine/actions.tsx`), so the toasts themselves are silent.
 */
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutboxItem } from '#core/contract/views.ts';
import { useActions, useSaid } from '../engine/actions.tsx';
import type { Notice } from '../engine/create-actions.ts';
import { engineQuery } from '../engine/queries.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { outboxTitle } from '../ui/words.ts';
import { CountdownRing } from './countdown-ring.tsx';
import { RetryButton } from './retry-button.tsx';
import styles from './toasts.module.css';

/** The most at once; the outbox in the sidebar has them all. */
const SHOWN = 3;

export function Toasts() {
  const { notices } = useSaid();
  const outbox = useQuery(engineQuery('outbox.list', {}));
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set());
  const [openedAt] = useState(() => Date.now());
  const now = useNowWhileUndoable(outbox.data ?? []);
  const open = (outbox.data ?? [])
    .filter((item) => !dismissed.has(item.id) && isToast(item, now, openedAt))
    .slice(0, SHOWN)
    .toReversed();
  return (
    <section className={styles.toasts} aria-label="What just happened">
      {notices.map((notice) => (
        <NoticeToast key={`notice-${notice.id}`} notice={notice} />
      ))}
      {open.map((item) => (
        <OutboxToast
          key={item.id}
          item={item}
          isLatest={item === open.at(-1)}
          now={now}
          onDismiss={() => setDismissed(new Set([...dismissed, item.id]))}
        />
      ))}
    </section>
  );
}

/** Failures from before the window was opened are in the outbox only. */
function isToast(item: OutboxItem, now: number, openedAt: number): boolean {
  if (item.kind === 'mark-read') return false;
  return item.state === 'failed' ? item.undoUntil > openedAt : item.state === 'undoable' && item.undoUntil > now;
}

/** Rings run by themselves; the time is only looked at when the next window closes. */
function useNowWhileUndoable(items: readonly OutboxItem[]): number {
  const [now, setNow] = useState(() => Date.now());
  const nextEnd = Math.min(
    ...items.filter((item) => item.state === 'undoable' && item.undoUntil > now).map((item) => item.undoUntil),
  );
  useEffect(() => {
    if (!Number.isFinite(nextEnd)) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, nextEnd - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [nextEnd]);
  return now;
}

interface OutboxToastProps {
  readonly item: OutboxItem;
  /** The one that the undo key takes back. */
  readonly isLatest: boolean;
  readonly now: number;
  readonly onDismiss: () => void;
}

function OutboxToast({ item, isLatest, now, onDismiss }: OutboxToastProps) {
  const actions = useActions();
  const title = outboxTitle(item.kind, item.messageRowIds.length);
  if (item.state === 'failed') {
    return (
      <div className={styles.toast} data-tone="bad">
        <TriangleAlert aria-hidden="true" />
        <div className={styles.words}>
          <p className={styles.title}>
            {title}: {item.error?.message ?? 'it failed'}
          </p>
          {item.error !== undefined && item.error.cure !== '' && <p>{item.error.cure}</p>}
        </div>
        <RetryButton item={item} />
        <IconButton label="Dismiss" icon={<X />} onClick={onDismiss} />
      </div>
    );
  }
  return (
    <div className={styles.toast}>
      <CountdownRing durationMs={item.undoUntil - item.createdAt} elapsedMs={Math.max(0, now - item.createdAt)} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {item.outcome !== '' && <p>{item.outcome}</p>}
      </div>
      <Button command={isLatest ? 'undo' : undefined} onClick={() => void actions.undo(item.id)}>
        Undo
      </Button>
      <IconButton label="Dismiss" icon={<X />} onClick={onDismiss} />
    </div>
  );
}

function NoticeToast({ notice }: { readonly notice: Notice }) {
  const actions = useActions();
  const { undoes } = notice;
  return (
    <div className={styles.toast} data-tone={notice.tone}>
      {notice.tone === 'bad' && <TriangleAlert aria-hidden="true" />}
      <div className={styles.words}>
        <p className={styles.title}>{notice.text}</p>
        {notice.cure !== undefined && notice.cure !== '' && <p>{notice.cure}</p>}
      </div>
      {undoes !== undefined && <Button onClick={() => void actions.undoEntry(undoes)}>Undo</Button>}
      <IconButton label="Dismiss" icon={<X />} onClick={() => actions.dismiss(notice.id)} />
    </div>
  );
}
