/** "Who is this?": the two-way record of one person, with no network. */
import { useQuery } from '@tanstack/react-query';
import { Copy, UserCheck, UserX } from 'lucide-react';
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import type { SenderView } from '#core/contract/views.ts';
import type { PersonId } from '#core/mail/message.ts';
import { BoundaryLine } from '../boundaries/boundary-line.tsx';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { MessageSummaries } from '../message/message-summaries.tsx';
import { Reasons } from '../message/reasons.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { dateOf } from '../ui/times.ts';
import { LABEL_TONE, LANE_WORDS, strengthWords } from '../ui/words.ts';
import { Mailboxes } from './mailboxes.tsx';
import { senderTitle } from './sender-title.ts';
import { Standing } from './standing.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import { recordText } from './record-text.ts';
import styles from './sender-screen.module.css';

export function SenderScreen({ personId, address }: { readonly personId: PersonId; readonly address: string }) {
  const sender = useQuery(engineQuery('sender.get', { personId, address }));
  return (
    <Page title="Who is this?" canGoBack tools={sender.data !== undefined && <CopyRecord sender={sender.data} />}>
      {sender.error !== null && <ErrorNote error={sender.error} onRetry={() => void sender.refetch()} />}
      {sender.isPending && <Skeleton lines={10} label="Looking through your record" />}
      {sender.data !== undefined && <Sender sender={sender.data} />}
    </Page>
  );
}

/** Evidence to hand on: every message with its date and Message-ID, every request and what became of it. */
function CopyRecord({ sender }: { readonly sender: SenderView }) {
  const actions = useActions();
  const copy = () => {
    const isCopied = copyText(recordText(sender, Date.now()));
    actions.tell(isCopied ? 'The record is on the clipboard' : 'The record could not be copied');
  };
  return (
    <Button look="quiet" icon={<Copy />} onClick={copy}>
      Copy the record
    </Button>
  );
}

function Sender({ sender }: { readonly sender: SenderView }) {
  const name = senderTitle(sender);
  return (
    <div className={styles.sender}>
      <header className={styles.head}>
        <div className={styles.who}>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.addresses}>{sender.addresses.join(' · ')}</p>
          <p className={styles.standing}>
            <StrengthMeter strength={sender.strength} />
            <Chip tone={sender.lane === 'known' ? 'good' : 'plain'}>{LANE_WORDS[sender.lane].one}</Chip>
            <span>
              {strengthWords(sender.strength)}, {Math.round(sender.strength)} of 100
            </span>
          </p>
        </div>
        <Judgement sender={sender} name={name} />
      </header>
      <Numbers sender={sender} />
      <TimelineChart messages={sender.messages} />
      <p className={styles.coverage}>{sender.coverage.text}</p>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Mailboxes sender={sender} />
          <Standing sender={sender} />
          <section>
            <h3>What the record says</h3>
            <Reasons reasons={sender.evidence} />
          </section>
          {sender.boundaries.length > 0 && (
            <section>
              <h3>Boundaries</h3>
              {sender.boundaries.map((boundary) => (
                <BoundaryLine key={boundary.id} boundary={boundary} />
              ))}
            </section>
          )}
          {sender.labels.length > 0 && (
            <section>
              <h3>What they send</h3>
              <ul className={styles.labels}>
                {sender.labels.map(({ label, count }) => (
                  <li key={label}>
                    <Chip tone={LABEL_TONE[label] ?? 'plain'}>
                      {LABEL_WORDS[label]} {count > 1 ? `× ${count.toLocaleString('en')}` : ''}
                    </Chip>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <section className={styles.column}>
          <h3>
            {sender.messageCount > sender.messages.length
              ? `The latest ${sender.messages.length} of ${sender.messageCount.toLocaleString('en')} messages`
              : `All ${sender.messageCount.toLocaleString('en')} messages`}
          </h3>
          <MessageSummaries messages={sender.messages} withNames={false} />
        </section>
      </div>
    </div>
  );
}

/** The user's word on a person: one key sets it, the same takes it back. */
function Judgement({ sender, name }: { readonly sender: SenderView; readonly name: string }) {
  const actions = useActions();
  const say = (verdict: 'known' | 'stranger') =>
    void actions.judge(sender.personId, name, sender.verdict === verdict ? null : verdict);
  useCommands({ 'judge-known': () => say('known'), 'judge-stranger': () => say('stranger') });
  return (
    <div className={styles.judgement} role="group" aria-label="Your word on this person">
      <Button
        look={sender.verdict === 'known' ? 'primary' : 'plain'}
        aria-pressed={sender.verdict === 'known'}
        icon={<UserCheck />}
        command="judge-known"
        onClick={() => say('known')}
      >
        I know them
      </Button>
      <Button
        look={sender.verdict === 'stranger' ? 'primary' : 'plain'}
        aria-pressed={sender.verdict === 'stranger'}
        icon={<UserX />}
        command="judge-stranger"
        onClick={() => say('stranger')}
      >
        I don’t
      </Button>
    </div>
  );
}

function Numbers({ sender }: { readonly sender: SenderView }) {
  const dates = (at: number | undefined) => (at === undefined ? 'never' : dateOf(at));
  return (
    <dl className={styles.numbers}>
      <Figure term="They wrote" value={sender.receivedCount.toLocaleString('en')} />
      <Figure term="You wrote" value={sender.sentCount.toLocaleString('en')} />
      <Figure term="Threads you both wrote in" value={sender.sharedThreadCount.toLocaleString('en')} />
      <Figure term="Since you last wrote" value={sender.unansweredCount.toLocaleString('en')} />
      <Figure term="First contact" value={dates(sender.firstContactAt)} />
      <Figure term="Last contact" value={dates(sender.lastContactAt)} />
      <Figure term="You last wrote" value={dates(sender.lastSentAt)} />
    </dl>
  );
}

function Figure({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
