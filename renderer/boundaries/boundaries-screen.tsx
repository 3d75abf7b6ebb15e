/** The boundary ledger: what was asked of whom, when, whether it was kept, and the next step where it was not. */
import { useQuery } from '@tanstack/react-query';
import { Shield } from 'lucide-react';
import { useState } from 'react';
import { isReplyKind, type ActionKind, type ReplyKind } from '#core/boundary/kinds.ts';
import type { BoundaryView } from '#core/contract/views.ts';
import { useLayers } from '../app/layers-context.ts';
import { useNavigation } from '../app/navigation-context.tsx';
import { useActions } from '../engine/actions.tsx';
import { ask } from '../engine/ask.ts';
import { engineQuery } from '../engine/queries.ts';
import { ReplyDialog } from '../reply/reply-dialog.tsx';
import { Blank } from '../ui/blank.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { dateOf, wholeTime } from '../ui/times.ts';
import { ACTION_WORDS } from '../ui/words.ts';
import { AnswerLink, BOUNDARY_TONE } from './boundary-line.tsx';
import { ledgerGroups } from './ledger.ts';
import { stateInWords } from './state-in-words.ts';
import styles from './boundaries-screen.module.css';

export function BoundariesScreen() {
  const ledger = useQuery(engineQuery('boundary.list', {}));
  return (
    <Page title="Boundaries">
      {ledger.error !== null && <ErrorNote error={ledger.error} onRetry={() => void ledger.refetch()} />}
      {ledger.isPending && <Skeleton lines={8} label="Opening the ledger" />}
      {ledger.data?.length === 0 && (
        <Blank icon={<Shield />} title="No boundaries yet">
          What you ask of people, and whether they keep to it, is written down here.
        </Blank>
      )}
      {ledger.data !== undefined && ledger.data.length > 0 && <Ledger boundaries={ledger.data} />}
    </Page>
  );
}

function Ledger({ boundaries }: { readonly boundaries: readonly BoundaryView[] }) {
  const actions = useActions();
  const { unsubscribe } = useLayers();
  const [reply, setReply] = useState<{ readonly kind: ReplyKind; readonly boundary: BoundaryView } | undefined>();
  const takeStep = (boundary: BoundaryView, kind: ActionKind) => {
    const ids = [boundary.messageRowId];
    if (isReplyKind(kind)) setReply({ kind, boundary });
    else if (kind === 'unsubscribe')
      unsubscribe({
        ids,
        onGo: (chosen) => void actions.act(kind, ids, chosen),
        onInstead: (other) => takeStep(boundary, other),
      });
    else void actions.act(kind, ids);
  };
  return (
    <div className={styles.ledger}>
      {ledgerGroups(boundaries).map((group) => (
        <section key={group.title}>
          <h2 className={styles.title}>
            {group.title} <span>{group.about}</span>
          </h2>
          <table className={styles.table}>
            <colgroup>
              <col className={styles.whoColumn} />
              <col className={styles.askedColumn} />
              <col className={styles.dateColumn} />
              <col className={styles.stateColumn} />
              <col />
            </colgroup>
            <thead className="only-spoken">
              <tr>
                <th scope="col">Who</th>
                <th scope="col">What you asked</th>
                <th scope="col">When</th>
                <th scope="col">State</th>
                <th scope="col">What you can do</th>
              </tr>
            </thead>
            <tbody>
              {group.boundaries.map((boundary) => (
                <Row key={boundary.id} boundary={boundary} onStep={takeStep} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {reply !== undefined && (
        <ReplyDialog
          kind={reply.kind}
          messages={[
            {
              id: reply.boundary.messageRowId,
              personId: reply.boundary.personId,
              name: reply.boundary.personName,
            },
          ]}
          onClose={() => setReply(undefined)}
          onSend={(options) => {
            setReply(undefined);
            void actions.act(reply.kind, [reply.boundary.messageRowId], options);
          }}
        />
      )}
    </div>
  );
}

interface RowProps {
  readonly boundary: BoundaryView;
  readonly onStep: (boundary: BoundaryView, kind: ActionKind) => void;
}

function Row({ boundary, onStep }: RowProps) {
  const actions = useActions();
  const { go } = useNavigation();
  const { peek } = useLayers();
  const { nextStep } = boundary;
  const forgive = () => {
    ask('boundary.forgive', { boundaryId: boundary.id })
      .then(() => actions.tell(`Forgiven: ${boundary.personName}`))
      .catch(actions.tellError);
  };
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.person}
          onClick={() => go({ screen: 'sender', personId: boundary.personId, address: boundary.address })}
        >
          {boundary.personName === '' ? boundary.address : boundary.personName}
        </button>
        <span className={styles.address}>{boundary.address}</span>
      </td>
      <td>
        <button
          type="button"
          className={styles.asked}
          title="Open the message it was about"
          onClick={() => peek(boundary.messageRowId)}
        >
          {ACTION_WORDS[boundary.kind].title}
        </button>
      </td>
      <td className={styles.date} title={wholeTime(boundary.setAt)}>
        {dateOf(boundary.setAt)}
      </td>
      <td>
        <Chip tone={BOUNDARY_TONE[boundary.state]}>{stateInWords(boundary)}</Chip>
        <div>
          <AnswerLink boundary={boundary} />
        </div>
      </td>
      <td className={styles.steps}>
        {nextStep !== undefined && (
          <Button onClick={() => onStep(boundary, nextStep)}>{ACTION_WORDS[nextStep].title}</Button>
        )}
        {boundary.state !== 'forgiven' && boundary.state !== 'waiting' && (
          <Button look="quiet" onClick={forgive}>
            Forgive
          </Button>
        )}
      </td>
    </tr>
  );
}
