/** What the user's word on who is who would change, before it is given. */
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { RequestInput } from '#core/contract/requests.ts';
import type { PersonInShort, PersonWordPreview } from '#core/contract/views.ts';
import { engineQuery } from '../engine/queries.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { LANE_WORDS, counted } from '../ui/words.ts';
import styles from './who-is-who.module.css';

/**
 * Asked for once, when it is looked at: it reads the whole record, and while mail is being brought that changes several times a
 * second.
 */
export function useWordPreview(said: RequestInput<'person.preview'>) {
  return useQuery({ ...engineQuery('person.preview', said), gcTime: 0 });
}

export function WordPreview({ preview }: { readonly preview: ReturnType<typeof useWordPreview> }) {
  return (
    <section className={styles.preview} aria-label="What this would change" aria-live="polite">
      <h3>What this would change</h3>
      {preview.error !== null && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isFetching && <Skeleton lines={3} label="Reading your mail again" />}
      {preview.data !== undefined && !preview.isFetching && <Changes preview={preview.data} />}
    </section>
  );
}

function Changes({ preview }: { readonly preview: PersonWordPreview }) {
  return (
    <>
      <div className={styles.change}>
        <People people={preview.before} />
        <ArrowRight aria-label="become" />
        <People people={preview.after} />
      </div>
      <ul className={styles.moves}>
        {preview.moves.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            {counted(count, 'message')} in your inbox {count === 1 ? 'goes' : 'go'} from {LANE_WORDS[from].title} to{' '}
            {LANE_WORDS[to].title}
          </li>
        ))}
        {preview.moves.length === 0 && <li>No message in your inbox goes to another lane</li>}
      </ul>
    </>
  );
}

function People({ people }: { readonly people: readonly PersonInShort[] }) {
  return (
    <ul className={styles.people}>
      {people.map(({ name, addresses, strength }) => (
        <li key={addresses.join(' ')}>
          <strong>{name === '' ? addresses[0] : name}</strong>
          <span className={styles.addresses}>{addresses.join(', ')}</span>
          <span className={styles.strength}>
            <StrengthMeter strength={strength} /> Strength {strength}
          </span>
        </li>
      ))}
    </ul>
  );
}
