/** What came with the message, by name, kind and size. Acquaint never opens attachments. */
import { Paperclip } from 'lucide-react';
import type { Attachment } from '#core/mail/message.ts';
import { sizeInWords } from '../ui/sizes.ts';
import styles from './attachments.module.css';

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return undefined;
  return (
    <section aria-label="Attachments">
      <ul className={styles.attachments}>
        {attachments.map((attachment, index) => (
          <li key={index} className={styles.attachment} title="Acquaint never opens attachments">
            <Paperclip aria-hidden="true" />
            <span className={styles.name}>{attachment.name === '' ? 'unnamed' : attachment.name}</span>
            <span className={styles.kind}>
              {attachment.type} · {sizeInWords(attachment.sizeBytes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
