/** Every command that can be run right now, found by typing. */
import { useState } from 'react';
import { Dialog } from 'radix-ui';
import { KeyCaps } from '../ui/key-caps.tsx';
import { giveFocusBack } from '../ui/main-focus.ts';
import { PickList } from '../ui/pick-list.tsx';
import { COMMANDS, type CommandId } from './commands.ts';
import { useDispatcher } from './use-commands.tsx';
import styles from './command-palette.module.css';

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const dispatcher = useDispatcher();
  const [opener] = useState(() => document.activeElement);
  const [available] = useState(() => dispatcher.available().filter((id) => id !== 'palette'));

  const run = (id: CommandId) => {
    onClose();
    // After the dialog has gone and given the focus back.
    setTimeout(() => dispatcher.run(id));
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content
          className={styles.palette}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(opener);
          }}
        >
          <Dialog.Title className="only-spoken">Every command</Dialog.Title>
          <PickList
            label="Commands"
            placeholder="What do you want to do?"
            nothing="No command of that name"
            items={available.map((id) => ({
              id,
              title: COMMANDS[id].title,
              beside: <KeyCaps keys={COMMANDS[id].keys[0]} />,
            }))}
            onPick={run}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
