/** Connecting Gmail with a client of one's own: the steps, the file, then the browser. */
import { useMutation } from '@tanstack/react-query';
import { ArrowLeft, ExternalLink, FileText, TriangleAlert } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { CONNECT_STEPS, SCOPES, type ConnectStep } from './connect-steps.ts';
import styles from './connect-screen.module.css';

interface ClientFile {
  readonly name: string;
  readonly json: string;
}

type Access = 'full' | 'read-only';

/** A client file is under 1 kB; whatever is much larger is something else. */
const LARGEST_CLIENT_FILE = 20_000;

export function ConnectScreen() {
  const { back, go } = useNavigation();
  const actions = useActions();
  const [file, setFile] = useState<ClientFile | undefined>();
  const [access, setAccess] = useState<Access>('full');
  const connect = useMutation({
    mutationFn: (client: ClientFile) =>
      ask('account.connect', { clientJson: client.json, readOnly: access === 'read-only' }),
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

  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <Button look="text" icon={<ArrowLeft />} command="back" onClick={leave}>
          Back
        </Button>
        <header>
          <h1>Connect Gmail</h1>
          <p className={styles.lead}>
            Google gives programs access to mail through a “client”. You make your own, once: about ten minutes, no
            cost.
          </p>
        </header>
        <ol className={styles.steps}>
          {CONNECT_STEPS.map((step, index) => (
            <Step key={step.title} step={step} number={index + 1} />
          ))}
          <li className={styles.step}>
            <span className={styles.number}>{CONNECT_STEPS.length + 1}</span>
            <div className={styles.words}>
              <h2>Give Acquaint the file</h2>
              <ClientDrop file={file} onFile={setFile} />
            </div>
          </li>
        </ol>
        <section className={styles.access}>
          <ChoiceField
            label="What may Acquaint do?"
            value={access}
            onChange={setAccess}
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
        {connect.error !== null && <ErrorNote error={connect.error} />}
        {connect.isPending ? (
          <div className={styles.waiting}>
            <p>
              <strong>Waiting for your browser.</strong> Choose your account there and allow what is asked. On “Google
              hasn’t verified this app” choose “Advanced”, then “Go to …”: the app is your own.
            </p>
            <ProgressBar label="Waiting for your browser" share={undefined} />
            <Button onClick={() => actions.send('account.cancelConnect', {})}>Cancel</Button>
          </div>
        ) : (
          <footer>
            <Button
              look="primary"
              disabled={file === undefined}
              onClick={() => file !== undefined && connect.mutate(file)}
            >
              Sign in with Google…
            </Button>
          </footer>
        )}
      </div>
    </main>
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

function ClientDrop({
  file,
  onFile,
}: {
  readonly file: ClientFile | undefined;
  readonly onFile: (file: ClientFile) => void;
}) {
  const actions = useActions();
  const choose = () => {
    ask('shell.chooseClientFile', {})
      .then((chosen) => chosen !== null && onFile(chosen))
      .catch(actions.tellError);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (dropped === undefined) return;
    if (dropped.size > LARGEST_CLIENT_FILE) {
      actions.tell(`${dropped.name} is too large to be a client file`);
      return;
    }
    dropped
      .text()
      .then((json) => onFile({ name: dropped.name, json }))
      .catch(actions.tellError);
  };
  return (
    <div
      className={styles.drop}
      data-filled={file !== undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <FileText aria-hidden="true" />
      <span className={styles.fileName}>{file === undefined ? 'Drop client_secret_….json here' : file.name}</span>
      <Button onClick={choose}>{file === undefined ? 'Choose…' : 'Another…'}</Button>
    </div>
  );
}
