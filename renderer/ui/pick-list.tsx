/** One of many things, found by typing, chosen by arrows and Enter or by mouse. The field has the focus and the keys. */
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './pick-list.module.css';

export interface PickItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Items of a group stand together, under its name; it is found by typing too. */
  readonly group?: string;
  readonly beside?: ReactNode;
}

export interface PickListProps<Id extends string> {
  readonly label: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly items: readonly PickItem<Id>[];
  readonly onPick: (id: Id) => void;
}

/** Items of which every typed word begins a word. */
export function itemsMatching<Item extends Pick<PickItem<string>, 'title' | 'group'>>(
  typed: string,
  items: readonly Item[],
): readonly Item[] {
  const words = wordsOf(typed);
  return items.filter(({ title, group = '' }) => {
    const parts = wordsOf(`${title} ${group}`);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,:?“”"]+/)
    .filter((word) => word !== '');
}

export function PickList<Id extends string>({ label, placeholder, nothing, items, onPick }: PickListProps<Id>) {
  const name = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = itemsMatching(typed, items);
  const chosen = found[Math.min(at, found.length - 1)];

  const move = (by: number) => {
    const next = (at + by + found.length) % Math.max(1, found.length);
    setAt(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen.id);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${name}-list`}
        aria-activedescendant={chosen === undefined ? undefined : `${name}-${chosen.id}`}
        placeholder={placeholder}
        value={typed}
        data-first-focus=""
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${name}-list`} role="listbox" aria-label={label} className={styles.list}>
        {found.map(({ id, title, group, beside }, index) => (
          <PickOption
            key={id}
            id={`${name}-${id}`}
            isChosen={id === chosen?.id}
            group={group === found[index - 1]?.group ? undefined : group}
            onPick={() => onPick(id)}
          >
            {title}
            {beside}
          </PickOption>
        ))}
        {found.length === 0 && <p className={styles.none}>{nothing}</p>}
      </div>
    </>
  );
}

interface PickOptionProps {
  readonly id: string;
  readonly isChosen: boolean;
  /** Named above the first item of a group. */
  readonly group: string | undefined;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

function PickOption({ id, isChosen, group, onPick, children }: PickOptionProps) {
  return (
    <>
      {group !== undefined && (
        <p className={styles.group} aria-hidden="true">
          {group}
        </p>
      )}
      {/* The field holds the focus and has the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} className={styles.option} onClick={onPick}>
        {children}
      </div>
    </>
  );
}
