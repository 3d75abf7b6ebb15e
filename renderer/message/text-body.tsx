/** The plain text of a message, its evidence marked, its links checked before they open. */
import { useMemo, useState } from 'react';
import { useLayers } from '../app/layers-context.ts';
import { Button } from '../ui/button.tsx';
import { textParts } from './text-parts.ts';
import styles from './text-body.module.css';

/** More than anybody reads; a megabyte of text at once would hold up the window. */
const SHOWN_AT_ONCE = 60_000;

export interface TextBodyProps {
  readonly text: string;
  readonly quoted: string;
  /** Words to mark. */
  readonly quotes: readonly string[];
}

export function TextBody({ text, quoted, quotes }: TextBodyProps) {
  const [isWhole, setWhole] = useState(false);
  const [isQuotedShown, setQuotedShown] = useState(false);
  const shown = isWhole ? text : text.slice(0, SHOWN_AT_ONCE);
  return (
    <div className={styles.body}>
      {text.trim() === '' && quoted.trim() === '' && <p className={styles.empty}>This message has no text.</p>}
      <Words text={shown} quotes={quotes} />
      {shown.length < text.length && <Button onClick={() => setWhole(true)}>Show the whole message</Button>}
      {quoted.trim() !== '' && (
        <Button look="text" aria-expanded={isQuotedShown} onClick={() => setQuotedShown((is) => !is)}>
          {isQuotedShown ? 'Hide quoted mail' : 'Show quoted mail'}
        </Button>
      )}
      {isQuotedShown && (
        <div className={styles.quoted}>
          <Words text={quoted.slice(0, SHOWN_AT_ONCE)} quotes={quotes} />
        </div>
      )}
    </div>
  );
}

function Words({ text, quotes }: { readonly text: string; readonly quotes: readonly string[] }) {
  const { showLink } = useLayers();
  const parts = useMemo(() => textParts(text, quotes), [text, quotes]);
  return (
    <div className={styles.words} dir="auto">
      {parts.map((part, index) => {
        if (part.kind === 'mark') return <mark key={index}>{part.text}</mark>;
        if (part.kind === 'plain') return part.text;
        return (
          <button key={index} type="button" className={styles.link} onClick={() => showLink(part.text, part.text)}>
            {part.text}
          </button>
        );
      })}
    </div>
  );
}
