/** What can be done with the selected messages together. */
import { Archive, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ACTION_KINDS, type ActionKind } from '#core/boundary/kinds.ts';
import { COMMANDS, COMMAND_OF_ACTION } from '../keys/commands.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import menu from '../ui/menu.module.css';
import { ACTION_WORDS } from '../ui/words.ts';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  readonly onAct: (kind: ActionKind) => void;
  readonly onClear: () => void;
}

export function SelectionBar({ count, onAct, onClear }: SelectionBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected messages">
      <span className={styles.count}>{count.toLocaleString('en')} selected</span>
      <Button icon={<Archive />} onClick={() => onAct('archive')}>
        Archive
      </Button>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button>More…</Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4}>
            {ACTION_KINDS.filter((kind) => kind !== 'archive').map((kind) => (
              <DropdownMenu.Item key={kind} className={menu.item} onSelect={() => onAct(kind)}>
                {ACTION_WORDS[kind].title}
                <KeyCaps keys={COMMANDS[COMMAND_OF_ACTION[kind]].keys[0]} />
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <IconButton label="Clear the selection" icon={<X />} onClick={onClear} />
    </div>
  );
}
