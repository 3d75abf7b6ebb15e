/** Says that this is not the user's own mail. */
import { FlaskConical } from 'lucide-react';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { Button } from '../ui/button.tsx';
import { useNavigation } from './navigation-context.tsx';
import styles from './sample-banner.module.css';

export function SampleBanner() {
  const actions = useActions();
  const { go } = useNavigation();
  const takeOwn = () => {
    ask('shell.closeSample', {})
      .then(() => go({ screen: 'add-mail' }))
      .catch(actions.tellError);
  };
  return (
    <aside className={styles.banner} aria-label="Sample mailbox">
      <FlaskConical aria-hidden="true" />
      <span>This is the sample mailbox: invented people, and nothing is sent to anybody.</span>
      <Button onClick={takeOwn}>Use your own mail…</Button>
      <Button onClick={() => actions.send('shell.closeSample', {})}>Leave the sample</Button>
    </aside>
  );
}
