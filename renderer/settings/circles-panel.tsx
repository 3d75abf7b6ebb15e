/** Circles: against these a stranger's claim of common ground is checked. */
import { Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import styles from './panel.module.css';
import type { OwnerPanelProps } from './settings-screen.tsx';

export function CirclesPanel({ draft, onDraft }: OwnerPanelProps) {
  const { circles } = draft;
  const change = (index: number, part: Partial<(typeof circles)[number]>) =>
    onDraft({ circles: circles.map((circle, at) => (at === index ? { ...circle, ...part } : circle)) });
  return (
    <div className={styles.panel}>
      <h2>Circles</h2>
      <p className={styles.lead}>
        Employers, schools, user groups, conferences, cities: groups you belong to. A stranger who explains a shared
        circle ranks higher; one who merely claims it hardly does.
      </p>
      {circles.map((circle, index) => (
        <div
          key={index}
          className={styles.circle}
          role="group"
          aria-label={circle.name === '' ? 'New circle' : circle.name}
        >
          <TextField label="Name" value={circle.name} maxLength={200} onChange={(name) => change(index, { name })} />
          <TextField
            label="Kind"
            value={circle.kind}
            maxLength={60}
            placeholder="school, city…"
            onChange={(kind) => change(index, { kind })}
          />
          <IconButton
            label={`Remove ${circle.name === '' ? 'this circle' : circle.name}`}
            icon={<Trash2 />}
            onClick={() => onDraft({ circles: circles.filter((_, at) => at !== index) })}
          />
          <TextField
            label="Also called"
            hint="Separated by commas."
            value={circle.aliases}
            onChange={(aliases) => change(index, { aliases })}
          />
        </div>
      ))}
      <div className={styles.row}>
        <Button icon={<Plus />} onClick={() => onDraft({ circles: [...circles, { name: '', kind: '', aliases: '' }] })}>
          Add a circle
        </Button>
      </div>
    </div>
  );
}
