/** Why Acquaint says what it says: each reason opens the words, headers and earlier messages it rests on. */
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { LABEL_WORDS } from '#core/triage/label-words.ts';
import type { MessageView } from '#core/contract/views.ts';
import type { Label, Reason } from '#core/triage/vocabulary.ts';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { LABEL_TONE } from '../ui/words.ts';
import { MessageSummaries } from './message-summaries.tsx';
import { standsIn } from './text-parts.ts';
import styles from './reasons.module.css';

/** Shown before "more" is asked for. */
const SHOWN_AT_ONCE = 3;

/** The message whose verdict this is; absent on the sender page. */
export type Judged = Pick<MessageView, 'messageId' | 'text' | 'quoted' | 'subject' | 'headerLines' | 'attachments'>;

export interface ReasonsProps {
  readonly reasons: readonly Reason[];
  readonly message?: Judged;
  /** Told which words to mark in the text. */
  readonly onQuotes?: (quotes: readonly string[]) => void;
  /** Opens what can be corrected, or what taking this label away would change. */
  readonly onCorrect?: (label?: Label) => void;
}

export function Reasons({ reasons, message, onQuotes, onCorrect }: ReasonsProps) {
  const [open, setOpen] = useState<number | undefined>();
  const [isWhole, setWhole] = useState(false);
  const toggle = (index: number) => {
    const next = open === index ? undefined : index;
    setOpen(next);
    onQuotes?.(next === undefined ? [] : (reasons[next]?.quotes ?? []));
  };
  // A label is never hidden: it is what the rank and the advice rest on.
  const shown = isWhole ? reasons : reasons.filter(({ label }, index) => index < SHOWN_AT_ONCE || label !== undefined);
  return (
    <ul className={styles.reasons}>
      {shown.map((reason) => {
        const index = reasons.indexOf(reason);
        return (
          <li key={index}>
            {hasEvidence(reason, message) ? (
              <button
                type="button"
                className={styles.reason}
                aria-expanded={open === index}
                onClick={() => toggle(index)}
              >
                <ChevronRight aria-hidden="true" />
                <ReasonWords reason={reason} />
              </button>
            ) : (
              <span className={styles.reason}>
                <span className={styles.dot} aria-hidden="true" />
                <ReasonWords reason={reason} />
              </span>
            )}
            {open === index && <Evidence reason={reason} message={message} onCorrect={onCorrect} />}
          </li>
        );
      })}
      <li className={styles.foot}>
        {reasons.length > shown.length && (
          <Button look="text" onClick={() => setWhole(true)}>
            {reasons.length - shown.length} more
          </Button>
        )}
        {onCorrect !== undefined && (
          <Button look="text" command="correct" onClick={() => onCorrect()}>
            Correct
          </Button>
        )}
      </li>
    </ul>
  );
}

function ReasonWords({ reason }: { readonly reason: Reason }) {
  return (
    <span className={styles.words}>
      {reason.text}
      {reason.label !== undefined && (
        <Chip tone={LABEL_TONE[reason.label] ?? 'plain'}>{LABEL_WORDS[reason.label]}</Chip>
      )}
    </span>
  );
}

function hasEvidence(reason: Reason, message: Judged | undefined): boolean {
  return reason.label !== undefined || (reason.quotes?.length ?? 0) > 0 || earlierOf(reason, message).length > 0;
}

function earlierOf(reason: Reason, message: Judged | undefined): readonly string[] {
  return reason.messageIds.filter((id) => id !== message?.messageId);
}

interface EvidenceProps {
  readonly reason: Reason;
  readonly message: Judged | undefined;
  readonly onCorrect: ReasonsProps['onCorrect'];
}

function Evidence({ reason, message, onCorrect }: EvidenceProps) {
  const quotes = reason.quotes ?? [];
  const { label } = reason;
  return (
    <div className={styles.evidence}>
      {quotes.length === 0 && earlierOf(reason, message).length === 0 && reason.said !== true && (
        <p className={styles.place}>No single words decide this: it rests on the message as a whole.</p>
      )}
      {quotes.map((quote) => (
        <Quote key={quote} quote={quote} message={message} />
      ))}
      <EarlierMessages messageIds={earlierOf(reason, message)} />
      {label !== undefined && onCorrect !== undefined && (
        <div>
          <Button onClick={() => onCorrect(label)}>Not “{LABEL_WORDS[label]}”</Button>
        </div>
      )}
    </div>
  );
}

/** What detectors say of the fields that the head of the message shows. */
const IN_WORDS_OF_HEADER = /^(?:To|Cc|To and Cc|From|Reply-To): /;

/** A header line as such; words with where they stand. */
function Quote({ quote, message }: { readonly quote: string; readonly message: Judged | undefined }) {
  const header = message?.headerLines.find(
    (line) => line === quote || line.toLowerCase().includes(quote.toLowerCase()),
  );
  if (message === undefined || standsIn(message.text, [quote]))
    return <blockquote className={styles.quote}>{quote}</blockquote>;
  if (standsIn(message.subject, [quote])) return <QuoteFrom place="In the subject" quote={quote} />;
  if (header !== undefined) return <code className={styles.header}>{header}</code>;
  if (message.attachments.some(({ name }) => name === quote)) return <QuoteFrom place="Attached" quote={quote} />;
  if (IN_WORDS_OF_HEADER.test(quote)) return <code className={styles.header}>{quote}</code>;
  if (standsIn(message.quoted, [quote])) return <QuoteFrom place="In the quoted mail" quote={quote} />;
  return <blockquote className={styles.quote}>{quote}</blockquote>;
}

function QuoteFrom({ place, quote }: { readonly place: string; readonly quote: string }) {
  return (
    <figure>
      <figcaption className={styles.place}>{place}</figcaption>
      <blockquote className={styles.quote}>{quote}</blockquote>
    </figure>
  );
}

/** The most that is asked for at once; the rest is counted. */
const LISTED = 20;

function EarlierMessages({ messageIds }: { readonly messageIds: readonly string[] }) {
  const listed = messageIds.slice(0, LISTED);
  const found = useQuery({ ...engineQuery('message.list', { messageIds: listed }), enabled: listed.length > 0 });
  if (found.data === undefined) return undefined;
  return (
    <>
      <MessageSummaries messages={found.data} />
      {messageIds.length > found.data.length && (
        <p className={styles.place}>and {(messageIds.length - found.data.length).toLocaleString('en')} more</p>
      )}
    </>
  );
}
