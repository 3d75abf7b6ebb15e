/** The keys of a shortcut, drawn as caps. Silent for screen readers: the control says it by aria-keyshortcuts. */
import { keyCaps } from '../keys/read-key.ts';
import { isMacKeyboard } from '../keys/use-commands.tsx';
import styles from './key-caps.module.css';

export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.caps} aria-hidden="true">
      {keyCaps(keys, isMacKeyboard()).map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  );
}
