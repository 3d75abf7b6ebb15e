/** The message under the cursor: what can be done, what is advised and why, and the message itself. */
import { useQuery } from '@tanstack/react-query';
import { Expand, Mails, Shrink } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ActionKind } from '#core/boundary/kinds.ts';
import type { MessageView } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { useLayers } from '../app/layers-context.ts';
import { BoundaryLine } from '../boundaries/boundary-line.tsx';
import { engineQuery } from '../engine/queries.ts';
import { MessageBody } from '../message/message-body.tsx';
import { MessageHead } from '../message/message-head.tsx';
import { Reasons } from '../message/reasons.tsx';
import { Blank } from '../ui/blank.tsx';
import { IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { LANE_WORDS } from '../ui/words.ts';
import { ActionBar } from './action-bar.tsx';
import { Advice } from './advice.tsx';
import styles from './message-pane.module.css';

export interface MessagePaneProps {
  readonly id: MessageRowId;
  /** Messages selected: with several, actions are for all of them, so none is shown. */
  readonly selectedCount: number;
  readonly isFocused: boolean;
  /** `12 of 48`, shown where the list is not. */
  readonly place: string;
  readonly onAct: (kind: ActionKind) => void;
  readonly onAnswer: (message: MessageView) => void;
  readonly onSender: () => void;
  readonly onToggleFocus: () => void;
}

export function MessagePane(props: MessagePaneProps) {
  const { id, selectedCount, isFocused, place, onAct, onToggleFocus } = props;
  const message = useQuery(engineQuery('message.get', { id }));
  return (
    <article className={styles.pane} aria-label="Message">
      <div className={styles.bar}>
        <ActionBar
          onAct={onAct}
          {...(message.data === undefined || selectedCount > 1 ? {} : { disabled: senseless(message.data) })}
        />
        {isFocused && <span className={styles.place}>{place}</span>}
        <IconButton
          label={isFocused ? 'Show the list' : 'One message at a time'}
          command="focus"
          icon={isFocused ? <Shrink /> : <Expand />}
          onClick={onToggleFocus}
        />
      </div>
      {selectedCount > 1 ? (
        <Blank icon={<Mails />} title={`${selectedCount.toLocaleString('en')} messages selected`}>
          Every key now acts on all of them. Esc clears the selection.
        </Blank>
      ) : (
        <Scroller key={id}>
          {message.error !== null && <ErrorNote error={message.error} onRetry={() => void message.refetch()} />}
          {message.isPending && <Skeleton lines={9} label="Opening the message" />}
          {message.data !== undefined && <Opened key={verdictKey(message.data)} {...props} message={message.data} />}
        </Scroller>
      )}
    </article>
  );
}

/** Begins at the top with every message; takes the focus by `o`, and then scrolls by the arrow keys. */
function Scroller({ children }: { readonly children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={scroller}
      id="message-content"
      className={styles.scroller}
      // Scrollable regions must be reachable by keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-own-arrows=""
      role="region"
      aria-label="Message text"
    >
      <div className={styles.content}>{children}</div>
    </div>
  );
}

export function focusMessageContent(): void {
  document.getElementById('message-content')?.focus({ preventScroll: true });
}

const NO_QUOTES: readonly string[] = [];

function Opened({ message, onAct, onAnswer, onSender }: MessagePaneProps & { readonly message: MessageView }) {
  const [quotes, setQuotes] = useState(NO_QUOTES);
  const { correct } = useLayers();
  const { assessment } = message;
  useEffect(() => {
    if (quotes.length > 0) document.querySelector('#message-content mark')?.scrollIntoView({ block: 'center' });
  }, [quotes]);
  return (
    <>
      <MessageHead
        message={message}
        onSender={onSender}
        beside={
          assessment !== undefined && (
            <>
              <StrengthMeter strength={assessment.strength} />
              <Chip tone={assessment.lane === 'known' ? 'good' : 'plain'}>{LANE_WORDS[assessment.lane].one}</Chip>
            </>
          )
        }
      />
      {assessment !== undefined && (
        <div className={styles.verdict}>
          <Advice assessment={assessment} onAct={onAct} onAnswer={() => onAnswer(message)} />
          <Reasons
            reasons={assessment.why}
            message={message}
            onQuotes={setQuotes}
            onCorrect={(label) =>
              label === undefined ? correct(message.id) : correct(message.id, { scope: 'message', label, says: 'not' })
            }
          />
        </div>
      )}
      {message.boundaries.length > 0 && (
        <ul aria-label="Boundaries with this sender">
          {message.boundaries.slice(0, 3).map((boundary) => (
            <li key={boundary.id}>
              <BoundaryLine boundary={boundary} />
            </li>
          ))}
        </ul>
      )}
      <MessageBody message={message} quotes={quotes} />
    </>
  );
}

/** Another verdict has other reasons: what was open of the last one is closed, and its marks go. */
function verdictKey({ assessment }: MessageView): string {
  return assessment?.why.map(({ text }) => text).join('\n') ?? '';
}

/** Actions that could only fail. */
function senseless(message: MessageView): Readonly<Partial<Record<ActionKind, string>>> {
  return message.assessment?.facts.unsubscribe === 'none'
    ? { unsubscribe: 'This message offers no way to unsubscribe' }
    : {};
}
