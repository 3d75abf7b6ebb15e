/** A button, with its shortcut on a key cap where it has one. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { COMMANDS, type CommandId } from '../keys/commands.ts';
import { KeyCaps } from './key-caps.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'text' | 'danger';
  readonly icon?: ReactNode;
  /** The command whose key is shown. */
  readonly command?: CommandId | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', icon, command, children, type = 'button', ...rest }: ButtonProps) {
  const keys = command === undefined ? undefined : COMMANDS[command].keys[0];
  return (
    <button {...rest} type={type} className={`${styles.button} ${styles[look]}`} aria-keyshortcuts={keys}>
      {icon}
      {children !== undefined && <span className={styles.label}>{children}</span>}
      {keys !== undefined && <KeyCaps keys={keys} />}
    </button>
  );
}

/** A button that is an icon only; `label` is what it is called and what its tooltip says. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ButtonProps, 'children' | 'look'> & { readonly label: string }) {
  const { command, ...attributes } = rest;
  const keys = command === undefined ? undefined : COMMANDS[command].keys[0];
  return (
    <button
      {...attributes}
      type="button"
      className={`${styles.button} ${styles.iconOnly}`}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
    >
      {icon}
    </button>
  );
}
