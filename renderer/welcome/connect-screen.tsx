/** Connecting Gmail with a client of one's own: the steps, the file, then the browser; or one account once more. */
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, ExternalLink, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { RequestInput } from '#core/contract/requests.ts';
import type { AccountView, StatusView } from '#core/contract/views.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ClientDrop, type ClientFile } from './client-drop.tsx';
import { CONNECT_STEPS, GOOGLE_SAYS, SCOPES, type ConnectStep } from './connect-steps.ts';
import styles from './connect-screen.module.css';

type Access = 'full' | 'read-only';

export interface ConnectScreenProps {
  readonly status: StatusView;
  /** The account to sign in to again; absent for another one. */
  readonly accountId?: number | undefined;
}

export function ConnectScreen({ status, accountId }: ConnectScreenProps) {
  const { back, go } = useNavigation();
  const actions = useActions();
  const again = status.accounts.find(({ id }) => id === accountId);
  const [file, setFile] = useState<ClientFile | undefined>();
  const [access, setAccess] = useState<Access>(
    again?.state === 'reconnect' && again.readOnly === true ? 'read-only' : 'full',
  );
  const connect = useMutation({
    mutationFn: (more: Pick<RequestInput<'account.connect'>, 'sessionOnly'>) =>
      ask('account.connect', {
        readOnly: access === 'read-only',
        ...(file === undefined ? {} : { clientJson: file.json }),
        ...(again === undefined ? {} : { accountId: again.id }),
        ...more,
      }),
    onSuccess: (account) => {
      actions.tell(`${account.address} is connected`);
      go({ screen: 'queue', part: 'inbox' });
    },
  });
  const leave = () => {
    if (connect.isPending) actions.send('account.cancelConnect', {});
    back();
  };
  useCommands({ back: leave });

  const failure = connect.error === null ? undefined : toAppErrorData(connect.error);
  // One client serves all accounts, unless the engine has said that it has none.
  const isKept = failure?.kind !== 'invalid-input' && status.accounts.some(({ kind }) => kind === 'gmail');
  const guide = <Guide file={file} isKept={isKept} onFile={setFile} />;

  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <Button look="text" icon={<ArrowLeft />} command="back" onClick={leave}>
          Back
        </Button>
        <Head again={again} isKept={isKept} />
        {connect.isPending ? (
          <Waiting address={again?.address} onCancel={() => actions.send('account.cancelConnect', {})} />
        ) : (
          <>
            {isKept ? (
              <details className={styles.guide}>
                <summary>Use another Google client</summary>
                {guide}
              </details>
            ) : (
              guide
            )}
            <AccessChoice access={access} onAccess={setAccess} />
            {failure !== undefined && failure.kind !== 'cancelled' && <ErrorNote error={connect.error} />}
            {/* What went wrong, and what can be done, is at the end of a long page. */}
            <footer className={styles.foot} ref={failure === undefined ? undefined : showEnd}>
              <Button
                look="primary"
                disabled={file === undefined && !isKept}
                onClick={() => connect.mutate({ sessionOnly: false })}
              >
                Sign in with Google…
              </Button>
              {failure?.kind === 'no-keyring' && (
                <Button onClick={() => connect.mutate({ sessionOnly: true })}>Sign in for this session only…</Button>
              )}
            </footer>
          </>
        )}
      </div>
    </main>
  );
}

function showEnd(foot: HTMLElement | null): void {
  foot?.scrollIntoView({ block: 'end' });
}

function Head({ again, isKept }: { readonly again: AccountView | undefined; readonly isKept: boolean }) {
  if (again !== undefined) {
    return (
      <header>
        <h1>Sign in again</h1>
        <p className={styles.lead}>
          {again.address}: your mail and everything that waits is kept. Google’s page opens in your browser; choose this
          account there.
        </p>
      </header>
    );
  }
  return (
    <header>
      <h1>{isKept ? 'Connect another account' : 'Connect Gmail'}</h1>
      <p className={styles.lead}>
        {isKept
          ? 'The Google client that you made serves all of your accounts. Choose the other one on Google’s page.'
          : 'Google gives programs access to mail through a “client”. You make your own, once: about ten minutes, no cost. It then serves all of your accounts.'}
      </p>
    </header>
  );
}

interface GuideProps {
  readonly file: ClientFile | undefined;
  readonly isKept: boolean;
  readonly onFile: (file: ClientFile) => void;
}

function Guide(props: GuideProps) {
  return (
    <ol className={styles.steps}>
      {CONNECT_STEPS.map((step, index) => (
        <Step key={step.title} step={step} number={index + 1} />
      ))}
      <li className={styles.step}>
        <span className={styles.number}>{CONNECT_STEPS.length + 1}</span>
        <div className={styles.words}>
          <h2>Give Acquaint the file</h2>
          <ClientDrop {...props} />
        </div>
      </li>
    </ol>
  );
}

function AccessChoice({ access, onAccess }: { readonly access: Access; readonly onAccess: (access: Access) => void }) {
  return (
    <section className={styles.access}>
      <ChoiceField
        label="What may Acquaint do?"
        value={access}
        onChange={onAccess}
        choices={[
          {
            value: 'full',
            label: 'Triage',
            hint: 'Read, archive, mark as spam, and send the replies you press the key for.',
          },
          {
            value: 'read-only',
            label: 'Read only',
            hint: 'Ranks and explains; archives, blocks and sends nothing. You can give more later.',
          },
        ]}
      />
      <dl className={styles.scopes}>
        {SCOPES.filter(({ when }) => when === access).map((scope) => (
          <div key={scope.name}>
            <dt>{scope.name}</dt>
            <dd>{scope.words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Waiting({ address, onCancel }: { readonly address: string | undefined; readonly onCancel: () => void }) {
  return (
    <div className={styles.waiting}>
      <p>
        <strong>Waiting for your browser.</strong> Choose {address ?? 'your account'} there, and tick every box that
        Google shows.
      </p>
      <ProgressBar label="Waiting for your browser" share={undefined} />
      {/* The button that was pressed is gone: the focus goes to what takes its place. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Button autoFocus onClick={onCancel}>
        Cancel
      </Button>
      <h2>If Google’s page says …</h2>
      <dl className={styles.scopes}>
        {GOOGLE_SAYS.map(({ says, cure }) => (
          <div key={says}>
            <dt>{says}</dt>
            <dd>{cure}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Step({ step, number }: { readonly step: ConnectStep; readonly number: number }) {
  const actions = useActions();
  const { link } = step;
  return (
    <li className={styles.step}>
      <span className={styles.number}>{number}</span>
      <div className={styles.words}>
        <h2>{step.title}</h2>
        <p>{step.words}</p>
        {step.trap !== undefined && (
          <p className={styles.trap}>
            <TriangleAlert aria-hidden="true" />
            {step.trap}
          </p>
        )}
      </div>
      {link !== undefined && (
        <Button icon={<ExternalLink />} onClick={() => actions.send('shell.openLink', { url: link.url })}>
          {link.label}
        </Button>
      )}
    </li>
  );
}
