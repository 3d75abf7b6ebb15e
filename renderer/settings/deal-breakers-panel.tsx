/** What makes a job offer not worth a reply. */
import { CheckField, TextField } from '../ui/field.tsx';
import styles from './panel.module.css';
import type { OwnerPanelProps } from './settings-screen.tsx';

export function DealBreakersPanel({ draft, onDraft }: OwnerPanelProps) {
  return (
    <div className={styles.panel}>
      <h2>Deal-breakers</h2>
      <p className={styles.lead}>Set once. A decline then names the reason that applies by itself.</p>
      <TextField
        label="Where you live"
        placeholder="City, Country"
        value={draft.home}
        maxLength={200}
        onChange={(home) => onDraft({ home })}
      />
      <CheckField
        label="I would not move for a job"
        checked={draft.relocation}
        onChange={(relocation) => onDraft({ relocation })}
      />
      <CheckField
        label="Remote work is fine, wherever the firm is"
        checked={draft.remoteOk}
        onChange={(remoteOk) => onDraft({ remoteOk })}
      />
      <TextField
        label="Roles you would not take"
        hint="Separated by commas: sales, help desk, recruiting."
        value={draft.excludedRoles}
        onChange={(excludedRoles) => onDraft({ excludedRoles })}
      />
      <TextField
        label="What would make you look"
        hint="Separated by commas: remote, travel, teaching."
        value={draft.wants}
        onChange={(wants) => onDraft({ wants })}
      />
    </div>
  );
}
