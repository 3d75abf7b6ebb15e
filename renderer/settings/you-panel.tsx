/** Name and addresses, and what looks like an address of the user's and waits for his or her word. */
import { useQuery } from '@tanstack/react-query';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { addressesIn, candidateInWords } from './owner-draft.ts';
import styles from './panel.module.css';
import type { OwnerPanelProps } from './settings-screen.tsx';

export function YouPanel({ draft, onDraft }: OwnerPanelProps) {
  // More mail may have come since it was last asked.
  const candidates = useQuery({ ...engineQuery('owner.candidates', {}), staleTime: 0 });
  const settled = new Set([...addressesIn(draft.addresses), ...draft.notMine]);
  const found = candidates.data?.filter(({ address }) => !settled.has(address)) ?? [];
  return (
    <div className={styles.panel}>
      <h2>You</h2>
      <TextField
        label="Your name"
        hint="Signs your replies."
        value={draft.name}
        maxLength={200}
        onChange={(name) => onDraft({ name })}
      />
      <TextField
        label="Your addresses"
        hint="One a line, the main one first. Old ones too: what you wrote from them counts. One that you take off is somebody else’s from then on."
        rows={5}
        value={draft.addresses}
        onChange={(addresses) => onDraft({ addresses })}
      />
      {found.length > 0 && (
        <section className={styles.found} aria-label="Found in your mail">
          <h3>Are these yours too?</h3>
          <ul>
            {found.map((candidate) => (
              <li key={candidate.address}>
                <span>
                  {candidate.address} <small>{candidateInWords(candidate)}</small>
                </span>
                <Button
                  aria-label={`${candidate.address} is mine`}
                  onClick={() =>
                    onDraft({ addresses: `${draft.addresses.trimEnd()}\n${candidate.address}`.trimStart() })
                  }
                >
                  Mine
                </Button>
                <Button
                  aria-label={`${candidate.address} is not mine`}
                  onClick={() => onDraft({ notMine: [...draft.notMine, candidate.address] })}
                >
                  Not mine
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
