/** The foot of the sidebar: jobs with their numbers, how each mailbox is, the outbox, and how far back the record goes. */
import { useQuery } from '@tanstack/react-query';
import { Check, Pause, Play, RefreshCw, TriangleAlert, WifiOff, X, type LucideIcon } from 'lucide-react';
import type { AccountView, JobView, StatusView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { OutboxPopover } from '../outbox/outbox-popover.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useMinute } from '../ui/use-minute.ts';
import { accountInWords, type AccountLine } from './account-in-words.ts';
import { useNavigation } from './navigation-context.tsx';
import { type Syncing, useSyncing } from './use-syncing.ts';
import styles from './engine-state.module.css';

export function EngineState() {
  const status = useQuery(engineQuery('status.get', {}));
  if (status.data === undefined) return undefined;
  const { accounts, jobs, coverage } = status.data;
  const mailboxes = accounts.filter(({ kind }) => kind === 'gmail');
  const ofMailbox = (account: AccountView) =>
    jobs.find(({ accountId, state }) => accountId === account.id && state === 'running');
  return (
    <div className={styles.state}>
      {jobs
        .filter((job) => job.state === 'running' && !mailboxes.some(({ id }) => id === job.accountId))
        .map((job) => (
          <Job key={job.id} job={job} />
        ))}
      {mailboxes.map((account) => (
        <Mailbox
          key={account.id}
          account={account}
          job={ofMailbox(account)}
          status={status.data}
          isOnly={mailboxes.length === 1}
        />
      ))}
      <OutboxPopover />
      <p className={styles.coverage}>{coverage.text}</p>
    </div>
  );
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
function shareOf(job: JobView): number | undefined {
  if (job.totalBytes > 0) return job.doneBytes / job.totalBytes;
  return job.totalMessages === undefined || job.totalMessages === 0 ? undefined : job.doneMessages / job.totalMessages;
}

interface MailboxProps {
  readonly account: AccountView;
  readonly job: JobView | undefined;
  readonly status: StatusView;
  readonly isOnly: boolean;
}

const ICON_OF_LOOK = {
  fine: Check,
  busy: RefreshCw,
  offline: WifiOff,
  paused: Pause,
  warn: TriangleAlert,
  bad: TriangleAlert,
} as const satisfies Record<AccountLine['look'], LucideIcon>;

/** One mailbox: how it is, in words, and the button for what can be done about it. */
function Mailbox({ account, job, status, isOnly }: MailboxProps) {
  const now = useMinute();
  const syncing = useSyncing();
  const line = accountInWords(account, { job, online: status.online, now });
  const { look, text, more } = line;
  const isBusy = look === 'busy' || syncing.isGetting;
  const Icon = isBusy ? ICON_OF_LOOK.busy : ICON_OF_LOOK[look];
  const share = job === undefined ? undefined : shareOf(job);
  return (
    <section className={styles.mailbox} data-look={look} aria-label={`Mailbox ${account.address}`}>
      {!isOnly && <h2 className={styles.title}>{account.address}</h2>}
      <div className={styles.lineHead}>
        <Icon aria-hidden="true" />
        <div className={styles.words}>
          {text.split('; ').map((part) => (
            <p key={part}>{syncing.isGetting && look === 'fine' ? 'Getting new mail' : part}</p>
          ))}
          {more !== undefined && <p className={styles.small}>{more}</p>}
        </div>
        <MailboxButton account={account} does={line.does} syncing={syncing} />
      </div>
      {job !== undefined && <ProgressBar label={`Getting the mail of ${account.address}`} share={share} />}
      {line.does === 'sign-in' && <SignInAgain account={account} />}
    </section>
  );
}

interface MailboxButtonProps {
  readonly account: AccountView;
  readonly does: AccountLine['does'];
  readonly syncing: Syncing;
}

function MailboxButton({ account, does, syncing: { get, pause, isGetting } }: MailboxButtonProps) {
  switch (does) {
    case 'pause':
      return (
        <IconButton label="Pause syncing" icon={<Pause />} command="pause-sync" onClick={() => pause(account.id)} />
      );
    case 'resume':
      return <IconButton label="Resume syncing" icon={<Play />} command="pause-sync" onClick={() => get(account.id)} />;
    case 'sync':
      return (
        <IconButton
          label="Get new mail"
          icon={<RefreshCw />}
          command="get-mail"
          disabled={isGetting}
          onClick={() => get(account.id)}
        />
      );
    case 'sign-in':
    case undefined:
      return undefined;
  }
}

function SignInAgain({ account }: { readonly account: AccountView }) {
  const { go } = useNavigation();
  return <Button onClick={() => go({ screen: 'connect', accountId: account.id })}>Sign in again…</Button>;
}
