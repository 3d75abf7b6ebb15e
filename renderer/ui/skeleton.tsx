/** Grey lines where something is about to be. */
import styles from './skeleton.module.css';

export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="only-spoken">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} style={{ width: `${92 - ((index * 37) % 46)}%` }} />
      ))}
    </div>
  );
}
