/** A screen that is one scrolling page under a title. */
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation-context.tsx';
import { IconButton } from './button.tsx';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly canGoBack?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, tools, canGoBack = false, children }: PageProps) {
  const { back } = useNavigation();
  return (
    <main className={styles.page} tabIndex={-1}>
      <header className={styles.head}>
        {canGoBack && <IconButton label="Back" command="back" icon={<ArrowLeft />} onClick={back} />}
        <h1>{title}</h1>
        <div className={styles.tools}>{tools}</div>
      </header>
      <div className={styles.scroller}>
        <div className={styles.content}>{children}</div>
      </div>
    </main>
  );
}
