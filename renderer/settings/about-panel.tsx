/** What is true about privacy, and a check-up that says what works. */
import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './panel.module.css';

export function AboutPanel() {
  const [isAsked, setAsked] = useState(false);
  const doctor = useQuery({ ...engineQuery('doctor.run', {}), enabled: isAsked, staleTime: 0 });
  return (
    <div className={styles.panel}>
      <h2>Privacy</h2>
      <ul className={styles.promises}>
        <li>
          Your mail is stored on this computer only, in a file that only you can read. There is no server of ours.
        </li>
        <li>
          Nothing is sent, unsubscribed, blocked or moved without your key press. Nothing is ever deleted for good.
        </li>
        <li>
          Images in mail are not loaded until you ask; tracking images never. Links show where they lead before they
          open.
        </li>
        <li>Your sign-in with Google is kept in the system’s keychain.</li>
      </ul>
      <h2>Check-up</h2>
      <div className={styles.row}>
        <Button disabled={doctor.isFetching} onClick={() => (isAsked ? void doctor.refetch() : setAsked(true))}>
          {doctor.isFetching ? 'Checking…' : 'Check everything'}
        </Button>
      </div>
      {doctor.isFetching && <ProgressBar label="Checking" share={undefined} />}
      {doctor.error !== null && <ErrorNote error={doctor.error} />}
      {doctor.data !== undefined && (
        <ul className={styles.checks}>
          {doctor.data.map((check) => (
            <li key={check.name} data-ok={check.ok}>
              {check.ok ? <Check aria-label="Works:" /> : <X aria-label="Does not work:" />}
              <strong>{check.name}</strong>
              <p>
                {check.detail} {check.ok ? '' : check.cure}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
