/** Any message of the record, for reading only. */
import { useQuery } from '@tanstack/react-query';
import type { MessageRowId } from '#core/mail/message.ts';
import { engineQuery } from '../engine/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Modal } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageHead } from './message-head.tsx';
import styles from './peek-dialog.module.css';

export function PeekDialog({ id, onClose }: { readonly id: MessageRowId; readonly onClose: () => void }) {
  const message = useQuery(engineQuery('message.get', { id }));
  return (
    <Modal title={message.data?.direction === 'sent' ? 'You wrote' : 'From your record'} width="wide" onClose={onClose}>
      <div className={styles.content}>
        {message.error !== null && <ErrorNote error={message.error} onRetry={() => void message.refetch()} />}
        {message.isPending && <Skeleton lines={6} label="Opening the message" />}
        {message.data !== undefined && (
          <>
            <MessageHead message={message.data} />
            <MessageBody key={id} message={message.data} />
          </>
        )}
      </div>
    </Modal>
  );
}
