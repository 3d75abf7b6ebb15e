/** The user's own policy, used in every reply. */
import { TextField } from '../ui/field.tsx';
import styles from './panel.module.css';
import type { OwnerPanelProps } from './settings-screen.tsx';

export function PolicyPanel({ draft, onDraft }: OwnerPanelProps) {
  return (
    <div className={styles.panel}>
      <h2>Policy</h2>
      <p className={styles.lead}>One or two sentences that your boundary replies contain. Empty, they do without.</p>
      <TextField
        label="Your policy"
        rows={5}
        maxLength={1000}
        placeholder="I only connect with people I know. Please say how we are connected."
        value={draft.policy}
        onChange={(policy) => onDraft({ policy })}
      />
    </div>
  );
}
