/** The foot of the sidebar: jobs with their numbers, accounts that need the user, the outbox, and how far back the record goes. */
import { useQuery } from '@tanstack/react-query';
import { RefreshCw, TriangleAlert, WifiOff, X } from 'lucide-react';
import type { AccountView, JobView, StatusView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { OutboxPopover } from '../outbox/outbox-popover.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useNavigation } from './navigation-context.tsx';
import styles from './engine-state.module.css';

export function EngineState() {
  const status = useQuery(engineQuery('status.get', {}));
  if (status.data === undefined) return undefined;
  return (
    <div className={styles.state}>
      {status.data.jobs
        .filter((job) => job.state === 'running')
        .map((job) => (
          <Job key={job.id} job={job} />
        ))}
      {status.data.accounts.filter(needsUser).map((account) => (
        <AccountTrouble key={account.id} account={account} />
      ))}
      <OutboxPopover />
      <Connection status={status.data} />
      <p className={styles.coverage}>{status.data.coverage.text}</p>
    </div>
  );
}

function needsUser(account: AccountView): boolean {
  return account.state === 'reconnect' || (account.error !== undefined && account.error.kind !== 'offline');
}

function Job({ job }: { readonly job: JobView }) {
  const actions = useActions();
  return (
    <div className={styles.job}>
      <div className={styles.jobHead}>
        <span className={styles.title}>{job.title}</span>
        <IconButton
          label={`Stop: ${job.title}`}
          icon={<X />}
          onClick={() => actions.send('job.cancel', { jobId: job.id })}
        />
      </div>
      <ProgressBar label={job.title} share={shareOf(job)} />
      <p className={styles.small}>{job.status}</p>
    </div>
  );
}

/** By bytes where they are known, else by messages; undefined where neither is. */
export function shareOf(job: JobView): number | undefined {
  if (job.totalBytes > 0) return job.doneBytes / job.totalBytes;
  return job.totalMessages === undefined || job.totalMessages === 0 ? undefined : job.doneMessages / job.totalMessages;
}

function AccountTrouble({ account }: { readonly account: AccountView }) {
  const { go } = useNavigation();
  return (
    <div className={styles.trouble}>
      <TriangleAlert aria-hidden="true" />
      <div>
        <p>
          {account.state === 'reconnect'
            ? `${account.address} is signed out`
            : (account.error?.message ?? account.address)}
        </p>
        <Button onClick={() => go({ screen: account.state === 'reconnect' ? 'connect' : 'settings' })}>
          {account.state === 'reconnect' ? 'Sign in again' : 'Details'}
        </Button>
      </div>
    </div>
  );
}

function Connection({ status }: { readonly status: StatusView }) {
  const actions = useActions();
  const gmail = status.accounts.filter((account) => account.kind === 'gmail');
  if (gmail.every((account) => account.state === 'reconnect')) return undefined;
  if (!status.online) {
    return (
      <p className={styles.line}>
        <WifiOff aria-hidden="true" />
        Offline: replies wait here
      </p>
    );
  }
  const isSyncing = gmail.some((account) => account.state === 'syncing');
  return (
    <button type="button" className={styles.line} disabled={isSyncing} onClick={() => actions.send('sync.run', {})}>
      <RefreshCw aria-hidden="true" />
      {isSyncing ? 'Getting new mail…' : 'Get new mail'}
    </button>
  );
}
