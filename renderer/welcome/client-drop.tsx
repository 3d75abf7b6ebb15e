/** Where Google's client file is dropped or chosen. */
import { FileText } from 'lucide-react';
import type { DragEvent } from 'react';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { Button } from '../ui/button.tsx';
import styles from './connect-screen.module.css';

export interface ClientFile {
  readonly name: string;
  readonly json: string;
}

export interface ClientDropProps {
  readonly file: ClientFile | undefined;
  readonly isKept: boolean;
  readonly onFile: (file: ClientFile) => void;
}

/** A client file is under 1 kB; whatever is much larger is something else. */
const LARGEST_CLIENT_FILE = 20_000;

/** `isKept`: none is needed, for the client of a connected account is used. */
export function ClientDrop({ file, isKept, onFile }: ClientDropProps) {
  const actions = useActions();
  const choose = () => {
    ask('shell.chooseClientFile', {})
      .then((chosen) => chosen !== null && onFile(chosen))
      .catch(actions.tellError);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const dropped = event.dataTransfer.files[0];
    if (dropped === undefined) return;
    if (dropped.size > LARGEST_CLIENT_FILE) {
      actions.tell(`${dropped.name} is too large to be a client file`);
      return;
    }
    dropped
      .text()
      .then((json) => onFile({ name: dropped.name, json }))
      .catch(actions.tellError);
  };
  return (
    <div
      className={styles.drop}
      data-filled={file !== undefined || isKept}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <FileText aria-hidden="true" />
      <span className={styles.fileName}>
        {file?.name ?? (isKept ? 'The client that you gave before is used' : 'Drop client_secret_….json here')}
      </span>
      <Button onClick={choose}>{file === undefined && !isKept ? 'Choose…' : 'Another…'}</Button>
    </div>
  );
}
