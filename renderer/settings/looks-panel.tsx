/** Light or dark. */
import { useState } from 'react';
import { chooseTheme, storedTheme, type Theme } from '../app/theme.ts';
import { useActions } from '../engine/actions.tsx';
import { ChoiceField } from '../ui/field.tsx';
import styles from './panel.module.css';

const CHOICES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function LooksPanel() {
  const actions = useActions();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <div className={styles.panel}>
      <h2>Appearance</h2>
      <ChoiceField
        label="Theme"
        value={theme}
        choices={CHOICES}
        onChange={(chosen) => {
          setTheme(chosen);
          chooseTheme(chosen).catch(actions.tellError);
        }}
      />
    </div>
  );
}
