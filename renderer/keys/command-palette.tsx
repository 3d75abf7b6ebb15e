/** Every command that can be run right now, found by typing. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { Dialog } from 'radix-ui';
import { KeyCaps } from '../ui/key-caps.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
import { useDispatcher } from './use-commands.tsx';
import styles from './command-palette.module.css';

/** Commands of which every typed word begins a word. */
export function commandsMatching(typed: string, available: readonly CommandId[]): readonly CommandId[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return available.filter((id) => {
    const title = COMMANDS[id].title.toLowerCase().split(/[\s,:?]+/);
    return words.every((word) => title.some((part) => part.startsWith(word)));
  });
}

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const dispatcher = useDispatcher();
  const [available] = useState(() => dispatcher.available().filter((id) => id !== 'palette'));
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = commandsMatching(typed, available);
  const chosen = found[Math.min(at, found.length - 1)];

  const run = (id: CommandId | undefined) => {
    if (id === undefined) return;
    onClose();
    // After the dialog has gone and given the focus back.
    setTimeout(() => dispatcher.run(id));
  };
  const move = (by: number) => {
    const next = (at + by + found.length) % Math.max(1, found.length);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title className="only-spoken">Every command</Dialog.Title>
          <input
            className={styles.input}
            role="combobox"
            aria-label="Command"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={chosen === undefined ? undefined : `palette-${chosen}`}
            placeholder="What do you want to do?"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} id="palette-list" role="listbox" aria-label="Commands" className={styles.list}>
            {found.map((id) => (
              // The input holds the focus and has the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={id}
                id={`palette-${id}`}
                role="option"
                tabIndex={-1}
                aria-selected={id === chosen}
                className={styles.option}
                onClick={() => run(id)}
              >
                {COMMANDS[id].title}
                <KeyCaps keys={COMMANDS[id].keys[0]} />
              </div>
            ))}
            {found.length === 0 && <p className={styles.none}>No command of that name</p>}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
