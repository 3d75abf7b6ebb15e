/** Search as you type over everything stored; the arrow keys choose, Enter opens. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useState, type KeyboardEvent } from 'react';
import type { SearchPage } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { searchQuery } from '../engine/queries.ts';
import { DirectionMark } from '../message/message-summaries.tsx';
import { senderName } from '../queue/row-name.ts';
import { Blank } from '../ui/blank.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useSpeak } from '../ui/spoken-news.tsx';
import { dateOf, wholeTime } from '../ui/times.ts';
import { LANE_WORDS, counted } from '../ui/words.ts';
import styles from './search-screen.module.css';

type Found = SearchPage['items'][number];

export function SearchScreen({
  query: startQuery,
  onQuery,
}: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const { back, go } = useNavigation();
  const { peek } = useLayers();
  const speak = useSpeak();
  const [typed, setTyped] = useState(startQuery);
  const [at, setAt] = useState(0);
  const query = useDeferredValue(typed.trim());
  const found = useInfiniteQuery({ ...searchQuery(query), placeholderData: (before) => before });
  const items = query === '' ? [] : (found.data?.pages.flatMap((page) => page.items) ?? []);
  const active = items[Math.min(at, items.length - 1)];

  const count = found.data === undefined || found.isPlaceholderData ? undefined : items.length;
  const hasMore = found.hasNextPage;
  useEffect(() => {
    if (query === '' || count === undefined) return undefined;
    const timer = setTimeout(
      () => speak(count === 0 ? 'Nothing found' : `${hasMore ? 'More than ' : ''}${counted(count, 'message')} found`),
      600,
    );
    return () => clearTimeout(timer);
  }, [query, count, hasMore, speak]);

  const move = (by: number) => {
    const next = Math.max(0, Math.min(items.length - 1, at + by));
    setAt(next);
    const id = items[next]?.id;
    if (id !== undefined) document.getElementById(`found-${id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active !== undefined) peek(active.id);
    else if (event.key === 'Escape') back();
    else return;
    event.preventDefault();
  };

  return (
    <main className={styles.search}>
      <h1 className="only-spoken">Search</h1>
      <div className={styles.bar}>
        <Search aria-hidden="true" />
        <input
          className={styles.input}
          type="search"
          aria-label="Search all mail"
          aria-controls="found"
          aria-activedescendant={active === undefined ? undefined : `found-${active.id}`}
          placeholder="Names, addresses, words…"
          value={typed}
          // Searching is why the user came here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            onQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.error !== null && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {query === '' && (
        <Blank icon={<Search />} title="Search everything in your record">
          Works without a network, over all mail received and sent.
        </Blank>
      )}
      {query !== '' && count === 0 && (
        <Blank icon={<Search />} title={`Nothing found for “${query}”`}>
          Try fewer or shorter words.
        </Blank>
      )}
      {items.length > 0 && (
        <div className={styles.results}>
          <div id="found" role="listbox" aria-label="Results">
            {items.map((item, index) => (
              <Result
                key={item.id}
                item={item}
                isActive={item === active}
                onOpen={() => {
                  setAt(index);
                  peek(item.id);
                }}
              />
            ))}
          </div>
          {hasMore && (
            <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              Show more
            </Button>
          )}
          {active !== undefined && (
            <p className={styles.hint}>
              Enter reads it.{' '}
              <button
                type="button"
                onClick={() => go({ screen: 'sender', personId: active.personId, address: active.from.address })}
              >
                Who is {senderName(active)}?
              </button>
            </p>
          )}
        </div>
      )}
    </main>
  );
}

function Result({
  item,
  isActive,
  onOpen,
}: {
  readonly item: Found;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}) {
  return (
    // The input holds the focus and has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`found-${item.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.result}
      onClick={onOpen}
    >
      <DirectionMark direction={item.direction} />
      <span className={styles.sender}>{item.direction === 'sent' ? 'You' : senderName(item)}</span>
      <span className={styles.words}>
        <span className={styles.subject}>{item.subject === '' ? '(no subject)' : item.subject}</span> {item.snippet}
      </span>
      {item.lane !== undefined && (
        <Chip tone={item.lane === 'known' ? 'good' : 'plain'}>{LANE_WORDS[item.lane].one}</Chip>
      )}
      <time className={styles.date} title={wholeTime(item.receivedAt)}>
        {dateOf(item.receivedAt)}
      </time>
    </div>
  );
}
