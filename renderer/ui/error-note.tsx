/** What went wrong and what the user can do about it; never a stack. */
import { TriangleAlert } from 'lucide-react';
import { toAppErrorData } from '#core/contract/app-error.ts';
import { Button } from './button.tsx';
import styles from './error-note.module.css';

export function ErrorNote({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { message, cure } = toAppErrorData(error);
  return (
    <div className={styles.note} role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        <p className={styles.message}>{message}</p>
        {cure !== '' && <p className={styles.cure}>{cure}</p>}
        {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}
