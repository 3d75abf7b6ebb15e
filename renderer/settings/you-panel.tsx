/** Name and addresses. */
import { TextField } from '../ui/field.tsx';
import styles from './panel.module.css';
import type { OwnerPanelProps } from './settings-screen.tsx';

export function YouPanel({ draft, onDraft }: OwnerPanelProps) {
  return (
    <div className={styles.panel}>
      <h2>You</h2>
      <TextField
        label="Your name"
        hint="Signs your replies."
        value={draft.name}
        maxLength={200}
        onChange={(name) => onDraft({ name })}
      />
      <TextField
        label="Your addresses"
        hint="One a line, the main one first. Old ones too: what you wrote from them counts."
        rows={5}
        value={draft.addresses}
        onChange={(addresses) => onDraft({ addresses })}
      />
    </div>
  );
}
