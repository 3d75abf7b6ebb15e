/** A short word about a message or a person. */
import type { ReactNode } from 'react';
import styles from './chip.module.css';

export function Chip({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'warn' | 'good' | 'bad';
  readonly children: ReactNode;
}) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}
