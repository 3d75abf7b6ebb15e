/** The three doors: a sample to try, files to import, an account to connect. */
import { ArrowLeft, FileText, FlaskConical, Folder, Mail, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { Button } from '../ui/button.tsx';
import { useImport } from './use-import.ts';
import styles from './welcome-screen.module.css';

export function WelcomeScreen({ isFirst }: { readonly isFirst: boolean }) {
  const { go, back } = useNavigation();
  const actions = useActions();
  const { choose } = useImport();
  const [isOpening, setOpening] = useState(false);
  useCommands(isFirst ? {} : { back });
  const openSample = () => {
    setOpening(true);
    ask('shell.openSample', {})
      .catch(actions.tellError)
      .finally(() => setOpening(false));
  };
  return (
    <main className={styles.welcome}>
      <div className={styles.content}>
        <header className={styles.head}>
          {isFirst ? (
            <>
              <p className={styles.brand}>Acquaint</p>
              <h1>Who of all these people do you know?</h1>
              <p className={styles.lead}>
                Acquaint reads your whole correspondence, puts the people you really know first, and answers everybody
                else with one key.
              </p>
            </>
          ) : (
            <>
              <Button look="text" icon={<ArrowLeft />} command="back" onClick={back}>
                Back
              </Button>
              <h1>Add mail</h1>
            </>
          )}
        </header>
        <div className={styles.doors}>
          {isFirst && (
            <Door
              icon={FlaskConical}
              title="Try the sample mailbox"
              words="A mailbox of invented people. Nothing of yours is touched, nothing is sent."
            >
              <Button look="primary" disabled={isOpening} onClick={openSample}>
                {isOpening ? 'Opening…' : 'Open the sample'}
              </Button>
            </Door>
          )}
          <Door
            icon={FileText}
            title="Import a file"
            words="A Google Takeout as it comes (.zip or .tgz, all its parts), an mbox file, a Maildir folder, or .eml files. No account needed. You can also drop them here."
          >
            <Button icon={<FileText />} onClick={() => choose('file')}>
              Choose a file…
            </Button>
            <Button icon={<Folder />} onClick={() => choose('folder')}>
              Choose a folder…
            </Button>
          </Door>
          <Door
            icon={Mail}
            title="Connect Gmail"
            words="Sync your mailbox, and archive, block and reply from here. Takes about ten minutes the first time; the next page guides you."
          >
            <Button onClick={() => go({ screen: 'connect' })}>Set up Gmail…</Button>
          </Door>
        </div>
        <p className={styles.privacy}>
          Your mail stays on this computer: Acquaint has no server, and nothing leaves it except the replies you send.
        </p>
      </div>
    </main>
  );
}

interface DoorProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

function Door({ icon: Icon, title, words, children }: DoorProps) {
  return (
    <section className={styles.door}>
      <Icon aria-hidden="true" />
      <h2>{title}</h2>
      <p>{words}</p>
      <div className={styles.keys}>{children}</div>
    </section>
  );
}
