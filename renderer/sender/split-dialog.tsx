/** "This address is somebody else": which one, what it would change, then said. */
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { SenderView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { senderTitle } from './sender-title.ts';
import { WordPreview, useWordPreview } from './word-preview.tsx';
import styles from './who-is-who.module.css';

export interface SplitDialogProps {
  readonly sender: SenderView;
  /** Already pointed at. */
  readonly address?: string;
  readonly onClose: () => void;
}

export function SplitDialog({ sender, address, onClose }: SplitDialogProps) {
  const actions = useActions();
  const [chosen, setChosen] = useState(address ?? sender.mailboxes.at(-1)?.address ?? '');
  const said = { word: 'other', address: chosen } as const;
  const preview = useWordPreview(said);
  const isReady = preview.data !== undefined && !preview.isFetching;
  const split = () => {
    if (!isReady) return;
    onClose();
    void actions.tellPerson(said, `${chosen} is somebody else, from now on`);
  };
  return (
    <Modal
      title="This address is somebody else"
      description={`It is taken out of ${senderTitle(sender)}, and no rule brings it back.`}
      onClose={onClose}
    >
      <div className={styles.choice}>
        <ChoiceField
          label="Whose address is not theirs?"
          value={chosen}
          choices={sender.mailboxes.map(({ address: each, because }) => ({
            value: each,
            label: each,
            ...(because === undefined ? {} : { hint: because.text }),
          }))}
          onChange={setChosen}
        />
        <WordPreview preview={preview} />
        <footer className={styles.foot}>
          <span className={styles.hint}>You can undo it.</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button data-first-focus look="primary" icon={<UserMinus />} aria-disabled={!isReady} onClick={split}>
            It is somebody else
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
