/** The body, as plain text or formatted, with what came with it and the thread around it. */
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { MessageView } from '#core/contract/views.ts';
import { Button } from '../ui/button.tsx';
import { counted } from '../ui/words.ts';
import { useCommands } from '../keys/use-commands.tsx';
import { Attachments } from './attachments.tsx';
import { HtmlBody } from './html-body.tsx';
import { LinksDialog, linksOf } from './links-dialog.tsx';
import { MessageSummaries } from './message-summaries.tsx';
import { TextBody } from './text-body.tsx';
import styles from './message-body.module.css';

export interface MessageBodyProps {
  readonly message: MessageView;
  /** Words to mark; they are marked in the plain text, which then shows. */
  readonly quotes?: readonly string[];
}

const NO_QUOTES: readonly string[] = [];

export function MessageBody({ message, quotes = NO_QUOTES }: MessageBodyProps) {
  const [isFormatted, setFormatted] = useState(false);
  const [areLinksShown, setLinksShown] = useState(false);
  const canFormat = message.html !== undefined;
  const isHtmlShown = isFormatted && quotes.length === 0 && message.html !== undefined;
  useCommands({
    links: () => setLinksShown(true),
    ...(canFormat ? { 'toggle-html': () => setFormatted((is) => !is) } : {}),
  });
  return (
    <>
      <div className={styles.tools}>
        {canFormat && (
          <div className={styles.switch} role="group" aria-label="How to show the message">
            <button type="button" aria-pressed={!isHtmlShown} onClick={() => setFormatted(false)}>
              Plain text
            </button>
            <button type="button" aria-pressed={isHtmlShown} onClick={() => setFormatted(true)}>
              Formatted
            </button>
          </div>
        )}
        <LinksButton message={message} onOpen={() => setLinksShown(true)} />
      </div>
      {isHtmlShown && message.html !== undefined ? (
        <HtmlBody id={message.id} html={message.html} subject={message.subject} />
      ) : (
        <TextBody text={message.text} quoted={message.quoted} quotes={quotes} />
      )}
      <Attachments attachments={message.attachments} />
      {message.thread.length > 1 && (
        <section aria-label="The whole thread">
          <h3 className={styles.title}>The whole thread</h3>
          <MessageSummaries messages={message.thread} currentId={message.id} />
        </section>
      )}
      {areLinksShown && <LinksDialog message={message} onClose={() => setLinksShown(false)} />}
    </>
  );
}

function LinksButton({ message, onOpen }: { readonly message: MessageView; readonly onOpen: () => void }) {
  // Counting the links of formatted mail means cleaning it: only done once it is shown or asked for.
  const count = message.html === undefined ? linksOf(message).length : undefined;
  if (count === 0) return undefined;
  return (
    <Button look="text" icon={<Link2 />} command="links" onClick={onOpen}>
      {count === undefined ? 'Links' : counted(count, 'link')}
    </Button>
  );
}
