/** A dialog: titled, closed by Esc, focus kept inside and given back. */
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { giveFocusBack } from './main-focus.ts';
import styles from './modal.module.css';

export interface ModalProps {
  readonly title: ReactNode;
  /** Said to screen readers after the title, and shown below it. */
  readonly description?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Modal({ title, description, width = 'normal', onClose, children }: ModalProps) {
  const content = useRef<HTMLDivElement>(null);
  const [opener] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content
          ref={content}
          // Not the first button, which would be Close: what asks for it, or the dialog itself, from where Tab goes on.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            const first = content.current?.querySelector<HTMLElement>('[data-first-focus]');
            (first ?? content.current)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(opener);
          }}
          className={`${styles.modal} ${styles[width]}`}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.head}>
            <div className={styles.titles}>
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              {description !== undefined && (
                <Dialog.Description className={styles.description}>{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <IconButton label="Close" icon={<X />} />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
