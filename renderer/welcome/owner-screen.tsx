/** Who are you: which addresses of the imported mail are the user's own. Everything rests on this. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnerCandidate } from '#core/contract/views.ts';
import type { Owner } from '#core/mail/owner.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { ask } from '../engine/ask.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { addressesIn, candidateInWords, draftOf, ownerOf } from '../settings/owner-draft.ts';
import styles from './owner-screen.module.css';

export function OwnerScreen() {
  const status = useQuery(engineQuery('status.get', {}));
  const candidates = useQuery(engineQuery('owner.candidates', {}));
  if (status.data === undefined || candidates.data === undefined) return undefined;
  return <OwnerForm owner={status.data.owner} candidates={candidates.data} />;
}

/** Ticked to begin with: what the engine has worked out so far. */
function OwnerForm({ owner, candidates }: { readonly owner: Owner; readonly candidates: readonly OwnerCandidate[] }) {
  const { go } = useNavigation();
  const actions = useActions();
  const listed = new Set(candidates.map(({ address }) => address));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(owner.addresses));
  const [more, setMore] = useState(() => owner.addresses.filter((address) => !listed.has(address)).join('\n'));
  const [name, setName] = useState(() => owner.name || (candidates[0]?.name ?? ''));
  const [isSaving, setSaving] = useState(false);
  const addresses = [...new Set([...[...listed].filter((address) => chosen.has(address)), ...addressesIn(more)])];

  const toggle = (address: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(address);
    else next.delete(address);
    setChosen(next);
  };
  const save = () => {
    setSaving(true);
    ask('owner.confirm', {
      owner: ownerOf({ ...draftOf(owner), name, addresses: addresses.join('\n') }),
      notMine: [...listed].filter((address) => !addresses.includes(address)),
    })
      .then(() => go({ screen: 'queue', part: 'inbox' }))
      .catch(actions.tellError)
      .finally(() => setSaving(false));
  };

  return (
    <main className={styles.page}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <header>
          <h1>Who are you?</h1>
          <p>
            Acquaint tells what you wrote from what was written to you by your addresses. Tick all that are, or were,
            yours.
          </p>
        </header>
        {candidates.length > 0 && (
          <fieldset className={styles.candidates}>
            <legend>Your addresses</legend>
            {candidates.map((candidate) => (
              <CheckField
                key={candidate.address}
                label={candidate.address}
                hint={candidateInWords(candidate)}
                checked={chosen.has(candidate.address)}
                onChange={(on) => toggle(candidate.address, on)}
              />
            ))}
          </fieldset>
        )}
        <TextField
          label={candidates.length > 0 ? 'Other addresses of yours' : 'Your addresses'}
          hint="One a line; old ones too."
          rows={3}
          value={more}
          onChange={setMore}
        />
        <TextField label="Your name" hint="As you sign your mail." value={name} maxLength={200} onChange={setName} />
        <footer>
          <Button look="primary" type="submit" disabled={isSaving || addresses.length === 0}>
            {isSaving ? 'Reading through your mail…' : 'That is me'}
          </Button>
        </footer>
      </form>
    </main>
  );
}
