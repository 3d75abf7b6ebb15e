/** The queue: a list, the message under the cursor, and one key for each thing to do with it. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
} from 'react';
import { isReplyKind, type ActionKind, type ReplyKind } from '#core/boundary/kinds.ts';
import type { MessageView, QueueItem } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions, useSaid } from '../engine/actions.tsx';
import type { ActOptions } from '../engine/create-actions.ts';
import { ask } from '../engine/ask.ts';
import { itemsOf, totalOf } from '../engine/queue-data.ts';
import { engineQuery, queueQuery, type Part } from '../engine/queries.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { answerUrl } from '../message/answer-url.ts';
import { ReplyDialog } from '../reply/reply-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { focusMain } from '../ui/main-focus.ts';
import { useSpeak } from '../ui/spoken-news.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ACTION_OF_ADVICE, counted } from '../ui/words.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { MessageList } from './message-list.tsx';
import { focusMessageContent, MessagePane } from './message-pane.tsx';
import { partTitle } from './parts.ts';
import { cursorAfterLeaving, positionOf, type Cursor } from './queue-rows.ts';
import { senderName } from './row-name.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useMinute } from '../ui/use-minute.ts';
import styles from './queue-screen.module.css';

/** Read once it has been looked at so long. */
const READ_AFTER_MS = 1200;

const NOTHING: ReadonlySet<number> = new Set();

export interface QueueScreenProps {
  readonly part: Part;
  /** Where the cursor was when the user last left this part. */
  readonly startAt: Cursor | undefined;
  readonly onCursor: (cursor: Cursor | undefined) => void;
  readonly isFocused: boolean;
  readonly onToggleFocus: () => void;
}

export function QueueScreen({ part, startAt, onCursor, isFocused, onToggleFocus }: QueueScreenProps) {
  const client = useQueryClient();
  const actions = useActions();
  const { restored } = useSaid();
  const { go } = useNavigation();
  const { correct } = useLayers();
  const now = useMinute();
  const speak = useSpeak();
  const { unsubscribe } = useLayers();
  const status = useQuery(engineQuery('status.get', {}));
  const queue = useInfiniteQuery(queueQuery(part));
  const items = useMemo(() => itemsOf(queue.data), [queue.data]);
  const [cursor, setCursor] = useState(startAt);
  const [selected, setSelected] = useState(NOTHING);
  const [reply, setReply] = useState<{ readonly kind: ReplyKind; readonly items: readonly QueueItem[] } | undefined>();

  const position = positionOf(items, cursor);
  const active = position === undefined ? undefined : items[position];
  const activeId = active?.id;
  const shownId = useDeferredValue(activeId);
  const counts = queue.data?.pages[0]?.counts;
  const total = part === 'all' ? -1 : totalOf(counts, part);

  useEffect(() => {
    if (activeId !== undefined && position !== undefined) onCursor({ id: activeId, position });
  }, [activeId, position, onCursor]);

  const title = partTitle(part);
  const isLoaded = queue.data !== undefined;
  const listName = `${title}, ${counted(total >= 0 ? total : items.length, 'message')}`;
  const sayLoaded = useEffectEvent(() => speak(listName));
  useEffect(() => {
    if (isLoaded) sayLoaded();
  }, [isLoaded]);

  // The next message is there before it is asked for.
  const nextId = position === undefined ? undefined : items[position + 1]?.id;
  useEffect(() => {
    if (nextId !== undefined) void client.prefetchQuery(engineQuery('message.get', { id: nextId }));
  }, [client, nextId]);

  const isUnread = active?.unread === true;
  useEffect(() => {
    if (activeId === undefined || !isUnread) return undefined;
    const timer = setTimeout(() => void actions.markRead([activeId]), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [actions, activeId, isUnread]);

  const restoredTurn = useRef(restored.turn);
  useEffect(() => {
    const first = restored.ids[0];
    if (restored.turn === restoredTurn.current || first === undefined) return;
    restoredTurn.current = restored.turn;
    setCursor({ id: first, position: 0 });
  }, [restored]);

  const moveTo = (to: number) => {
    const at = Math.max(0, Math.min(items.length - 1, to));
    const item = items[at];
    if (item !== undefined) setCursor({ id: item.id, position: at });
  };
  const toggle = useCallback(
    (ids: readonly number[], on?: boolean) => setSelected((before) => toggled(before, ids, on)),
    [],
  );
  const selectAndMove = (by: 1 | -1) => {
    if (position === undefined || active === undefined) return;
    const next = items[position + by];
    toggle(next === undefined ? [active.id] : [active.id, next.id], true);
    moveTo(position + by);
  };

  /** What a key acts on: the selected messages, else the one under the cursor. */
  const targets = (): readonly QueueItem[] => {
    if (selected.size > 0) return items.filter((item) => selected.has(item.id));
    return active === undefined ? [] : [active];
  };
  const carryOut = (kind: ActionKind, on: readonly QueueItem[], options: ActOptions = {}) => {
    if (on.length === 0) return;
    const leaving = new Set<number>(on.map((item) => item.id));
    setCursor(cursorAfterLeaving(items, position ?? 0, leaving));
    setSelected(NOTHING);
    void actions.act(
      kind,
      on.map((item) => item.id),
      options,
    );
    focusMain();
  };
  const act = (kind: ActionKind) => {
    const on = targets();
    if (on.length === 0) return;
    if (isReplyKind(kind)) setReply({ kind, items: on.toSorted((a, b) => b.receivedAt - a.receivedAt) });
    else if (kind === 'unsubscribe') {
      unsubscribe({
        ids: on.map(({ id }) => id),
        onGo: (chosen) => carryOut(kind, on, chosen),
        onInstead: (other) => (isReplyKind(other) ? setReply({ kind: other, items: on }) : carryOut(other, on)),
      });
    } else carryOut(kind, on);
  };
  const answer = (message: Pick<MessageView, 'from' | 'replyTo' | 'subject' | 'messageId'>) => {
    const gmail = status.data?.accounts.find((account) => account.kind === 'gmail');
    ask('shell.openLink', { url: answerUrl(message, gmail?.address) }).catch(actions.tellError);
  };
  const judge = (verdict: 'known' | 'stranger') => {
    if (active !== undefined) void actions.judge(active.personId, senderName(active), verdict);
  };
  const advised = () => {
    if (active === undefined) return;
    const action = ACTION_OF_ADVICE[active.advice];
    if (action === 'answer') answer({ ...active, replyTo: [] });
    else act(action === 'none' ? 'archive' : action);
  };

  useCommands({
    'move-next': () => moveTo((position ?? -1) + 1),
    'move-previous': () => moveTo((position ?? 1) - 1),
    'move-first': () => moveTo(0),
    'move-last': () => moveTo(items.length - 1),
    'select-next': () => selectAndMove(1),
    'select-previous': () => selectAndMove(-1),
    'select-toggle': () => active && toggle([active.id]),
    'act-how-we-know': () => act('how-we-know'),
    'act-decline': () => act('decline'),
    'act-remove': () => act('remove'),
    'act-do-not-engage': () => act('do-not-engage'),
    'act-unsubscribe': () => act('unsubscribe'),
    'act-spam': () => act('spam'),
    'act-block': () => act('block'),
    'act-archive': () => act('archive'),
    advised,
    answer: () => active && answer({ ...active, replyTo: [] }),
    'judge-known': () => judge('known'),
    'judge-stranger': () => judge('stranger'),
    correct: () => active && correct(active.id),
    open: () => {
      focusMessageContent();
      if (active?.unread === true) void actions.markRead([active.id]);
    },
    sender: () => active && go({ screen: 'sender', personId: active.personId, address: active.from.address }),
    focus: onToggleFocus,
    back: () => {
      if (selected.size > 0) setSelected(NOTHING);
      else if (isFocused) onToggleFocus();
      focusMain();
    },
  });

  // Rows are memoised: what they call must stay the same function.
  const onPick = useCallback(
    (item: QueueItem, at: number, event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey) toggle([item.id]);
      setCursor({ id: item.id, position: at });
      focusMain();
    },
    [toggle],
  );
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = queue;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);

  return (
    <main
      className={styles.queue}
      data-focused={isFocused && active !== undefined}
      data-empty={queue.data !== undefined && active === undefined}
    >
      <section className={styles.side} aria-label={title}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <span className={styles.count}>{total >= 0 ? total.toLocaleString('en') : ''}</span>
        </header>
        {selected.size > 0 && <SelectionBar count={selected.size} onAct={act} onClear={() => setSelected(NOTHING)} />}
        {queue.error !== null && <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} />}
        {queue.isPending && <Skeleton lines={12} label="Loading the queue" />}
        {queue.data !== undefined && items.length === 0 && <EmptyQueue part={part} />}
        {items.length > 0 && (
          <MessageList
            label={listName}
            items={items}
            withLanes={part === 'inbox'}
            total={total}
            activePosition={position}
            selected={selected}
            now={now}
            onPick={onPick}
            onNearEnd={onNearEnd}
          />
        )}
      </section>
      {shownId !== undefined && active !== undefined ? (
        <MessagePane
          id={shownId}
          selectedCount={selected.size}
          isFocused={isFocused}
          place={total >= 0 ? `${(position ?? 0) + 1} of ${total.toLocaleString('en')}` : ''}
          onAct={act}
          onAnswer={answer}
          onSender={() => go({ screen: 'sender', personId: active.personId, address: active.from.address })}
          onToggleFocus={onToggleFocus}
        />
      ) : (
        queue.data === undefined && <div className={styles.blank} />
      )}
      {reply !== undefined && (
        <ReplyDialog
          kind={reply.kind}
          messages={reply.items.map((item) => ({ id: item.id, personId: item.personId, name: senderName(item) }))}
          onClose={() => setReply(undefined)}
          onSend={(options) => {
            setReply(undefined);
            carryOut(reply.kind, reply.items, options);
          }}
        />
      )}
    </main>
  );
}

/** Each id turned over, or all of them on or off. */
function toggled(selected: ReadonlySet<number>, ids: readonly number[], on?: boolean): ReadonlySet<number> {
  const after = new Set(selected);
  for (const id of ids) {
    if (on ?? !after.has(id)) after.add(id);
    else after.delete(id);
  }
  return after;
}
