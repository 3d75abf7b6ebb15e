/** Every link of a message with where it leads; the way to links that needs no mouse. */
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { MessageView } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { Modal } from '../ui/modal.tsx';
import { prepareHtml, type MailLink } from './prepare-html.ts';
import { readLink } from './read-link.ts';
import { urlsIn } from './text-parts.ts';
import styles from './links-dialog.module.css';

/** Links of the formatted body where there is one, else of the text; each address and wording once. */
export function linksOf(message: Pick<MessageView, 'html' | 'text' | 'quoted'>): readonly MailLink[] {
  const links =
    message.html === undefined
      ? urlsIn(`${message.text}\n${message.quoted}`).map((url) => ({ href: url, text: url }))
      : prepareHtml(message.html).links;
  return [...new Map(links.map((link) => [`${link.href} ${link.text}`, link])).values()];
}

export function LinksDialog({ message, onClose }: { readonly message: MessageView; readonly onClose: () => void }) {
  const { showLink } = useLayers();
  const links = useMemo(() => linksOf(message), [message]);
  return (
    <Modal
      title="Links in this message"
      description={links.length === 0 ? 'There are none.' : 'Choosing one shows where it leads first.'}
      onClose={onClose}
    >
      <ul className={styles.links}>
        {links.map((link) => {
          const target = readLink(link.href, link.text);
          return (
            <li key={`${link.href} ${link.text}`}>
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  onClose();
                  showLink(link.href, link.text);
                }}
              >
                <span className={styles.text}>{link.text === '' ? '(no words)' : link.text}</span>
                <span className={styles.place}>
                  {(target?.warnings.length ?? 0) > 0 && <TriangleAlert aria-label="Look closer:" />}
                  {target?.place ?? 'cannot be opened'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
