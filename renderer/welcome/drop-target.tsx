/** Files dropped anywhere on the window are imported. */
import { Upload } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { useImport } from './use-import.ts';
import styles from './drop-target.module.css';

export interface DropTargetProps {
  /** What is dropped on the sample goes into the user's own profile, which then comes to the front. */
  readonly isSample: boolean;
  readonly children: ReactNode;
}

export function DropTarget({ isSample, children }: DropTargetProps) {
  const [isOver, setOver] = useState(false);
  const { place } = useNavigation();
  const actions = useActions();
  const { importPaths } = useImport();
  // The connect page takes one file of its own.
  const isOff = place.screen === 'connect';

  useEffect(() => {
    if (isOff) return undefined;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const paths = [...(event.dataTransfer?.files ?? [])]
        .map((file) => window.acquaint.pathForFile(file))
        .filter((path) => path !== '');
      if (paths.length > 0) importPaths(paths);
      else actions.tell('What was dropped is not a file on this computer');
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [actions, importPaths, isOff]);

  return (
    <>
      {children}
      {isOver && (
        <div className={styles.over} aria-hidden="true">
          <div>
            <Upload />
            Drop mail to import it
            <span>
              {isSample
                ? 'It leaves the sample and goes into your own mailbox'
                : 'Takeout (.zip or .tgz), mbox, Maildir or .eml'}
            </span>
          </div>
        </div>
      )}
    </>
  );
}
