/** The accounts: how they are, sync now, sign in again, disconnect. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { AccountView, StatusView } from '#core/contract/views.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { useSyncing } from '../app/use-syncing.ts';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { wholeTime } from '../ui/times.ts';
import { counted } from '../ui/words.ts';
import styles from './panel.module.css';

const STATE_WORDS = {
  ready: 'ready',
  syncing: 'syncing',
  paused: 'paused',
  offline: 'offline',
  reconnect: 'signed out',
  'read-only': 'read only',
} as const satisfies Record<AccountView['state'], string>;

const KIND_WORDS = { gmail: 'Gmail', import: 'Imported files', sample: 'Sample mailbox' } as const satisfies Record<
  AccountView['kind'],
  string
>;

export function AccountsPanel({ status }: { readonly status: StatusView }) {
  const { go } = useNavigation();
  return (
    <div className={styles.panel}>
      <h2>Accounts</h2>
      {status.accounts.length === 0 && <p className={styles.lead}>None yet: connect Gmail, or import files.</p>}
      {status.accounts.map((account) => (
        <Account key={account.id} account={account} />
      ))}
      {status.profile === 'own' && (
        <div className={styles.row}>
          <Button icon={<Plus />} onClick={() => go({ screen: 'add-mail' })}>
            Add mail…
          </Button>
        </div>
      )}
      <p className={styles.facts}>{status.coverage.text}</p>
    </div>
  );
}

function Account({ account }: { readonly account: AccountView }) {
  const { go } = useNavigation();
  const syncing = useSyncing();
  const [isLeaving, setLeaving] = useState(false);
  const isGmail = account.kind === 'gmail';
  return (
    <section className={styles.account}>
      <div className={styles.accountHead}>
        <h3>{account.address === '' ? KIND_WORDS[account.kind] : account.address}</h3>
        <Chip tone={account.state === 'reconnect' ? 'warn' : 'plain'}>
          {isGmail ? STATE_WORDS[account.state] : KIND_WORDS[account.kind]}
        </Chip>
      </div>
      <p className={styles.facts}>
        {counted(account.messageCount, 'message')}
        {account.lastSyncAt !== undefined && ` · last synced ${wholeTime(account.lastSyncAt)}`}
      </p>
      {account.error !== undefined && <ErrorNote error={account.error} />}
      <div className={styles.row}>
        {isGmail && account.state === 'reconnect' && (
          <Button look="primary" onClick={() => go({ screen: 'connect', accountId: account.id })}>
            Sign in again…
          </Button>
        )}
        {isGmail && account.state !== 'reconnect' && (
          <Button disabled={account.state === 'syncing' || syncing.isGetting} onClick={() => syncing.get(account.id)}>
            {account.state === 'paused' ? 'Resume' : 'Sync now'}
          </Button>
        )}
        {isGmail && account.state !== 'reconnect' && account.state !== 'paused' && (
          <Button onClick={() => syncing.pause(account.id)}>Pause</Button>
        )}
        {isGmail && account.readOnly === true && account.state !== 'reconnect' && (
          <Button onClick={() => go({ screen: 'connect', accountId: account.id })}>Allow changes…</Button>
        )}
        {account.kind !== 'sample' && (
          <Button look="danger" onClick={() => setLeaving(true)}>
            {isGmail ? 'Disconnect…' : 'Remove…'}
          </Button>
        )}
      </div>
      {isLeaving && <DisconnectDialog account={account} onClose={() => setLeaving(false)} />}
    </section>
  );
}

function DisconnectDialog({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const actions = useActions();
  const isGmail = account.kind === 'gmail';
  const [mail, setMail] = useState<'keep' | 'erase'>(isGmail ? 'keep' : 'erase');
  const name = account.address === '' ? KIND_WORDS[account.kind] : account.address;
  const disconnect = () => {
    onClose();
    ask('account.disconnect', { accountId: account.id, eraseMail: mail === 'erase' })
      .then(({ accessEnded }) => actions.tell(disconnectedInWords(name, isGmail, accessEnded)))
      .catch(actions.tellError);
  };
  return (
    <Modal
      title={isGmail ? `Disconnect ${name}?` : `Remove ${name}?`}
      description={
        isGmail
          ? 'Acquaint gives its access back to Google and forgets the sign-in. You can connect again at any time.'
          : undefined
      }
      width="narrow"
      onClose={onClose}
    >
      <div className={styles.confirm}>
        {isGmail ? (
          <ChoiceField
            label="Its mail on this computer"
            value={mail}
            onChange={setMail}
            choices={[
              { value: 'keep', label: 'Keep it', hint: 'You can still look up who is who.' },
              {
                value: 'erase',
                label: `Erase ${counted(account.messageCount, 'message')} here`,
                hint: 'This cannot be undone. What is in Gmail stays in Gmail.',
              },
            ]}
          />
        ) : (
          <p>
            This erases {counted(account.messageCount, 'message')} here, and cannot be undone. The files you imported
            stay where they are.
          </p>
        )}
        <div className={styles.row}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" onClick={disconnect}>
            {isGmail ? `Disconnect${mail === 'erase' ? ' and erase' : ''}` : 'Erase'}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Never more than is true: offline, Google has not heard of it. */
function disconnectedInWords(name: string, isGmail: boolean, accessEnded: boolean): string {
  if (!isGmail) return `${name}: erased here`;
  return accessEnded
    ? `${name}: disconnected, and Google has ended the access`
    : `${name}: disconnected here. Google could not be told: end the access at myaccount.google.com/connections`;
}
