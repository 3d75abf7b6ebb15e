/** Where a link leads, before it is opened. */
import { Copy, ExternalLink, TriangleAlert } from 'lucide-react';
import { useActions } from '../engine/actions.tsx';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Modal } from '../ui/modal.tsx';
import { readLink, type LinkTarget } from './read-link.ts';
import styles from './link-dialog.module.css';

export function LinkDialog({
  href,
  text,
  onClose,
}: {
  readonly href: string;
  readonly text: string;
  readonly onClose: () => void;
}) {
  const actions = useActions();
  const target = readLink(href, text);
  if (target === undefined) {
    return (
      <Modal
        title="This link cannot be opened"
        description="It leads to something that is neither a web page nor a mail address."
        width="narrow"
        onClose={onClose}
      >
        <p className={styles.url}>{href.slice(0, 500)}</p>
      </Modal>
    );
  }
  const open = () => {
    onClose();
    actions.send('shell.openLink', { url: target.url });
  };
  const copy = () => {
    actions.tell(copyText(target.url) ? 'The address is on the clipboard' : 'The address could not be copied');
  };
  return (
    <Modal title={target.scheme === 'mailto' ? 'Write to this address?' : 'This link leads to'} onClose={onClose}>
      <div className={styles.body}>
        <Place target={target} />
        {text.trim() !== '' && text.trim() !== target.url && (
          <p className={styles.text}>Shown in the message as “{text.trim()}”</p>
        )}
        <p className={styles.url}>{target.url}</p>
        {target.warnings.length > 0 && (
          <ul className={styles.warnings}>
            {target.warnings.map((warning) => (
              <li key={warning}>
                <TriangleAlert aria-hidden="true" />
                {warning}
              </li>
            ))}
          </ul>
        )}
      </div>
      <footer className={styles.foot}>
        <Button look="quiet" icon={<Copy />} onClick={copy}>
          Copy
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button look={target.warnings.length > 0 ? 'danger' : 'primary'} icon={<ExternalLink />} onClick={open}>
          {target.scheme === 'mailto' ? 'Open your mail program' : 'Open in your browser'}
        </Button>
      </footer>
    </Modal>
  );
}

/** The host with the part that somebody registered standing out. */
function Place({ target }: { readonly target: LinkTarget }) {
  const { place, domain } = target;
  const at = place.lastIndexOf(domain);
  if (target.scheme === 'mailto' || domain === '' || at < 0) return <p className={styles.place}>{place}</p>;
  return (
    <p className={styles.place}>
      <span className={styles.beside}>{place.slice(0, at)}</span>
      {domain}
      <span className={styles.beside}>{place.slice(at + domain.length)}</span>
    </p>
  );
}
