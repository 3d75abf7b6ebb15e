/**
 * The virtual list. It keeps the focus itself and points at the row under the cursor, so that a row that goes away takes no
 * focus with it.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { QueueItem } from '#core/contract/views.ts';
import { LANE_WORDS } from '../ui/words.ts';
import { MessageRow, ROW_HEIGHT, rowId } from './message-row.tsx';
import { rowsOf } from './queue-rows.ts';
import styles from './message-list.module.css';

const HEADING_HEIGHT = 30;
/** The next page is asked for when so many rows are left. */
const ROWS_AHEAD = 30;

export interface MessageListProps {
  readonly label: string;
  readonly items: readonly QueueItem[];
  readonly withLanes: boolean;
  /** All messages of this part, loaded or not; -1 where unknown. */
  readonly total: number;
  readonly activePosition: number | undefined;
  readonly selected: ReadonlySet<number>;
  readonly now: number;
  readonly onPick: (item: QueueItem, position: number, event: MouseEvent) => void;
  readonly onNearEnd: () => void;
}

export function MessageList(props: MessageListProps) {
  const { label, items, withLanes, total, activePosition, selected, now, onPick, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(items, withLanes), [items, withLanes]);
  const rowOfPosition = useMemo(() => {
    const index: number[] = [];
    rows.forEach((row, at) => row.kind === 'message' && index.push(at));
    return index;
  }, [rows]);
  const activeRow = activePosition === undefined ? undefined : rowOfPosition[activePosition];
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled by React Compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'lane' ? HEADING_HEIGHT : ROW_HEIGHT),
    overscan: 6,
    // The row under the cursor is always there: aria-activedescendant points at it.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), activeRow),
    scrollPaddingStart: HEADING_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT / 2,
  });

  // Heights are remembered by index; when rows move between kinds they must be looked up again.
  useEffect(() => virtualizer.measure(), [rows, virtualizer]);

  useEffect(() => {
    if (activeRow !== undefined) virtualizer.scrollToIndex(activeRow);
  }, [activeRow, virtualizer]);

  useEffect(() => scroller.current?.focus(), []);

  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown + ROWS_AHEAD > rows.length) onNearEnd();
  }, [lastShown, rows.length, onNearEnd]);

  const activeId = activePosition === undefined ? undefined : items[activePosition]?.id;
  return (
    <div
      ref={scroller}
      id="message-list"
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={activeId === undefined ? undefined : rowId(activeId)}
    >
      <div className={styles.content} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {shown.map((place) => {
          const row = rows[place.index];
          if (row === undefined) return undefined;
          if (row.kind === 'lane') {
            return (
              <div
                key={`lane-${row.lane}-${place.index}`}
                className={styles.heading}
                role="presentation"
                style={{ transform: `translateY(${place.start}px)` }}
              >
                {LANE_WORDS[row.lane].title}
              </div>
            );
          }
          return (
            <MessageRow
              key={row.item.id}
              item={row.item}
              position={row.position}
              setSize={total}
              isActive={row.position === activePosition}
              isSelected={selected.has(row.item.id)}
              now={now}
              top={place.start}
              onPick={onPick}
            />
          );
        })}
      </div>
    </div>
  );
}

function withRow(rows: number[], row: number | undefined): number[] {
  return row === undefined || rows.includes(row) ? rows : [...rows, row].toSorted((a, b) => a - b);
}
