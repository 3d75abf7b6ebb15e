/** How far a job is; without a share it says that work goes on. */
import styles from './progress-bar.module.css';

export function ProgressBar({ label, share }: { readonly label: string; readonly share: number | undefined }) {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        className={percent === undefined ? styles.unknown : styles.done}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
