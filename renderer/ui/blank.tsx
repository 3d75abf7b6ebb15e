/** What stands where there is nothing to show: a title, a sentence, perhaps one thing to do. */
import type { ReactNode } from 'react';
import styles from './blank.module.css';

export interface BlankProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Blank({ icon, title, children, action }: BlankProps) {
  return (
    <div className={styles.blank}>
      {icon}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.words}>{children}</p>}
      {action}
    </div>
  );
}
