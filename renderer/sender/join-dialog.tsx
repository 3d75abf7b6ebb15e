/** "Join with another person…": found by typing, shown with what it would change, then said. */
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import type { FoundPerson, SenderView } from '#core/contract/views.ts';
import { useActions } from '../engine/actions.tsx';
import { engineQuery } from '../engine/queries.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Modal } from '../ui/modal.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { dateOf } from '../ui/times.ts';
import { senderTitle } from './sender-title.ts';
import { WordPreview, useWordPreview } from './word-preview.tsx';
import styles from './who-is-who.module.css';

export function JoinDialog({ sender, onClose }: { readonly sender: SenderView; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<FoundPerson | undefined>();
  const [typed, setTyped] = useState(sender.name);
  return (
    <Modal
      title="Join with another person"
      description={`Who is the same person as ${senderTitle(sender)}?`}
      onClose={onClose}
    >
      {chosen === undefined ? (
        <Choice typed={typed} onTyped={setTyped} ownId={sender.personId} onChoose={setChosen} />
      ) : (
        <Confirmation sender={sender} other={chosen} onBack={() => setChosen(undefined)} onClose={onClose} />
      )}
    </Modal>
  );
}

interface ChoiceProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly ownId: number;
  readonly onChoose: (person: FoundPerson) => void;
}

function Choice({ typed, onTyped, ownId, onChoose }: ChoiceProps) {
  const [at, setAt] = useState(0);
  const query = useDeferredValue(typed.trim());
  const found = useQuery({
    ...engineQuery('people.search', { query }),
    enabled: query !== '',
    placeholderData: (before) => before,
  });
  const people = query === '' ? [] : (found.data ?? []).filter(({ personId }) => personId !== ownId);
  const active = people[Math.min(at, people.length - 1)];
  const move = (by: number) => {
    const next = Math.max(0, Math.min(people.length - 1, at + by));
    setAt(next);
    document.getElementById(`person-${people[next]?.personId}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active !== undefined) onChoose(active);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.choice}>
      <input
        data-first-focus
        className={styles.input}
        role="combobox"
        aria-label="Name or address"
        aria-expanded="true"
        aria-controls="people-found"
        aria-activedescendant={active === undefined ? undefined : `person-${active.personId}`}
        placeholder="Name or address"
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          onTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.error !== null && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      <div id="people-found" role="listbox" aria-label="People" className={styles.list}>
        {people.map((person) => (
          // The input holds the focus and has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.personId}
            id={`person-${person.personId}`}
            role="option"
            tabIndex={-1}
            aria-selected={person === active}
            className={styles.option}
            onClick={() => onChoose(person)}
          >
            <StrengthMeter strength={person.strength} />
            <span className={styles.found}>
              <strong>{person.name === '' ? person.addresses[0] : person.name}</strong>
              <span className={styles.addresses}>{person.addresses.join(', ')}</span>
            </span>
            <span className={styles.last}>
              {person.lastContactAt === undefined ? 'no mail' : dateOf(person.lastContactAt)}
            </span>
          </div>
        ))}
        {people.length === 0 && !found.isFetching && (
          <p className={styles.none}>{query === '' ? 'Type a name or an address' : 'Nobody else of that name'}</p>
        )}
      </div>
    </div>
  );
}

interface ConfirmationProps {
  readonly sender: SenderView;
  readonly other: FoundPerson;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function Confirmation({ sender, other, onBack, onClose }: ConfirmationProps) {
  const actions = useActions();
  const said = { word: 'same', address: sender.addresses[0] ?? '', other: other.addresses[0] ?? '' } as const;
  const preview = useWordPreview(said);
  const isReady = preview.data !== undefined && !preview.isFetching;
  const join = () => {
    if (!isReady) return;
    onClose();
    const otherName = other.name === '' || other.name === sender.name ? other.addresses[0] : other.name;
    void actions.tellPerson(said, `${senderTitle(sender)} and ${otherName} are one person, from now on`);
  };
  return (
    <div className={styles.choice}>
      <WordPreview preview={preview} />
      <footer className={styles.foot}>
        <span className={styles.hint}>This holds for ever, whatever Acquaint works out. You can undo it.</span>
        <Button onClick={onBack}>Back</Button>
        <Button
          look="primary"
          icon={<Users />}
          aria-disabled={!isReady}
          onClick={join}
          // Chosen by Enter, said by Enter.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        >
          They are one person
        </Button>
      </footer>
    </div>
  );
}
