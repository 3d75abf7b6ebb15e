/** The user corrects labels: says what is wrong, sees what that would change, and applies it or does not. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageView } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Modal } from '../ui/modal.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { choicesFor, keyOf, titleOf, type Word } from './choices.ts';
import { Foreseen } from './foreseen.tsx';
import styles from './correct-dialog.module.css';

export interface CorrectDialogProps {
  readonly id: MessageRowId;
  /** What is said already, where a button said it: the dialog begins with what it would change. */
  readonly word?: Word | undefined;
  readonly onClose: () => void;
}

export function CorrectDialog({ id, word, onClose }: CorrectDialogProps) {
  const message = useQuery(engineQuery('message.get', { id }));
  if (message.data !== undefined) return <Correcting message={message.data} word={word} onClose={onClose} />;
  return (
    <Modal title="Correct the labels" onClose={onClose}>
      <div className={styles.body}>
        {message.error !== null && <ErrorNote error={message.error} onRetry={() => void message.refetch()} />}
        {message.isPending && <Skeleton lines={4} label="Opening the message" />}
      </div>
    </Modal>
  );
}

interface CorrectingProps extends Omit<CorrectDialogProps, 'id'> {
  readonly message: MessageView;
}

function Correcting({ message, word: said, onClose }: CorrectingProps) {
  const actions = useActions();
  const [word, setWord] = useState(said);
  const subject = message.subject === '' ? '(no subject)' : message.subject;
  if (word === undefined) {
    const choices = choicesFor(message);
    return (
      <Modal title="Correct the labels" description={subject} onClose={onClose}>
        <div className={styles.choices}>
          <PickList
            label="What is it?"
            placeholder="What is it, or what is it not?"
            nothing="Nothing of that name can be said of this message"
            items={choices.map((choice) => ({ id: keyOf(choice), title: choice.title, group: choice.group }))}
            onPick={(key) => setWord(choices.find((choice) => keyOf(choice) === key))}
          />
        </div>
      </Modal>
    );
  }
  const title = titleOf(word, message);
  return (
    <Modal title={title} description={`What would this change? · ${subject}`} onClose={onClose}>
      <Foreseen
        correction={{ id: message.id, scope: word.scope, label: word.label, says: word.says }}
        onCancel={onClose}
        onApply={(moveCount) => {
          onClose();
          void actions.correct(
            { id: message.id, scope: word.scope, label: word.label, says: word.says },
            title,
            moveCount,
          );
        }}
      />
    </Modal>
  );
}
