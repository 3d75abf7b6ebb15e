/** Every address of a person with the reason why it is theirs; joined and split by hand from here. */
import { Undo2, UserMinus, Users } from 'lucide-react';
import { useState } from 'react';
import type { SenderView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { useCommands } from '../keys/use-commands.tsx';
import { Reasons } from '../message/reasons.tsx';
import { Button } from '../ui/button.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import styles from './who-is-who.module.css';

type Open = { readonly kind: 'join' } | { readonly kind: 'split'; readonly address?: string };

export function Mailboxes({ sender }: { readonly sender: SenderView }) {
  const actions = useActions();
  const [open, setOpen] = useState<Open | undefined>();
  const { mailboxes, others } = sender;
  const isSeveral = mailboxes.length > 1;
  useCommands({
    'join-person': () => setOpen({ kind: 'join' }),
    ...(isSeveral ? { 'split-address': () => setOpen({ kind: 'split' }) } : {}),
  });
  const takeBack = (wordId: number, address: string) => (
    <Button
      look="quiet"
      icon={<Undo2 />}
      aria-label={`Take back what you said of ${address}`}
      onClick={() => void actions.takeBackWord(wordId)}
    >
      Take back
    </Button>
  );
  return (
    <section>
      <h3>{isSeveral ? 'Addresses, and why they are one person’s' : 'Address'}</h3>
      <ul className={styles.mailboxes}>
        {mailboxes.map(({ address, because, wordId }) => (
          <li key={address}>
            <div className={styles.mailbox}>
              <span className={styles.address}>{address}</span>
              {wordId !== undefined && takeBack(wordId, address)}
              {wordId === undefined && isSeveral && (
                <Button
                  look="quiet"
                  icon={<UserMinus />}
                  aria-label={`${address} is somebody else…`}
                  onClick={() => setOpen({ kind: 'split', address })}
                >
                  Somebody else…
                </Button>
              )}
            </div>
            {because !== undefined && <Reasons reasons={[because]} />}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h4 className={styles.notTheirs}>Not theirs</h4>
          <ul className={styles.mailboxes}>
            {others.map(({ wordId, address, reason }) => (
              <li key={address}>
                <div className={styles.mailbox}>
                  <span className={styles.address}>{address}</span>
                  {takeBack(wordId, address)}
                </div>
                <Reasons reasons={[reason]} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.tools}>
        <Button icon={<Users />} command="join-person" onClick={() => setOpen({ kind: 'join' })}>
          Join with another person…
        </Button>
        {isSeveral && (
          <Button icon={<UserMinus />} command="split-address" onClick={() => setOpen({ kind: 'split' })}>
            An address is somebody else…
          </Button>
        )}
      </div>
      {open?.kind === 'join' && <JoinDialog sender={sender} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'split' && (
        <SplitDialog
          sender={sender}
          {...(open.address === undefined ? {} : { address: open.address })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
