/** Says that this is not the user's own mail. */
import { FlaskConical } from 'lucide-react';
import { useActions } from '../engine/actions.tsx';
import { Button } from '../ui/button.tsx';
import styles from './sample-banner.module.css';

export function SampleBanner() {
  const actions = useActions();
  return (
    <aside className={styles.banner} aria-label="Sample mailbox">
      <FlaskConical aria-hidden="true" />
      <span>This is the sample mailbox: invented people, and nothing is sent to anybody.</span>
      <Button onClick={() => actions.send('shell.closeSample', {})}>Leave the sample</Button>
    </aside>
  );
}
