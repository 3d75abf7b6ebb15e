/**
 * What unsubscribing does, before it is done: the mail that would go, the page that would open, and why it is not one click.
 *
 * RFC 2369, appendix B.2.4: the user reviews a mail before it is sent. One click needs no more than the key (RFC 8058).
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode } from 'react';
import { AppError } from '#core/contract/app-error.ts';
import type { WayOutMethod } from '#core/boundary/kinds.ts';
import type { UnsubscribeOffer, UnsubscribeWay } from '#core/contract/views.ts';
import type { UnsubscribeRequest } from '../app/layers-context.ts';
import type { ActOptions } from '../engine/create-actions.ts';
import { engineQuery } from '../engine/queries.ts';
import { isMacKeyboard } from '../keys/use-commands.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { Modal } from '../ui/modal.tsx';
import { counted } from '../ui/words.ts';
import letterStyles from '../ui/letter.module.css';
import styles from './unsubscribe-dialog.module.css';

export interface UnsubscribeDialogProps {
  readonly request: UnsubscribeRequest;
  readonly onClose: () => void;
}

export function UnsubscribeDialog({ request, onClose }: UnsubscribeDialogProps) {
  const { ids, hasFailed = false } = request;
  const offers = useQuery({ ...engineQuery('unsubscribe.preview', { ids: [...ids] }), staleTime: 0, gcTime: 0 });
  const go = (chosen: ActOptions) => {
    onClose();
    request.onGo(chosen);
  };
  const isPlain = offers.data !== undefined && !hasFailed && offers.data.every(isOneClick);
  const goAtOnce = useEffectEvent(() => go({}));
  useEffect(() => {
    if (isPlain) goAtOnce();
  }, [isPlain]);
  if (offers.error !== null) {
    return (
      <Modal title="Unsubscribe" onClose={onClose}>
        <div className={styles.body}>
          <ErrorNote error={offers.error} onRetry={() => void offers.refetch()} />
        </div>
      </Modal>
    );
  }
  if (offers.data === undefined || isPlain) return undefined;
  const [only, ...others] = offers.data;
  if (only === undefined) return undefined;
  return (
    <Modal title={hasFailed ? 'Unsubscribe another way' : 'Unsubscribe'} onClose={onClose}>
      {others.length === 0 ? (
        <OneSender offer={only} hasFailed={hasFailed} onInstead={request.onInstead} onGo={go} onClose={onClose} />
      ) : (
        <Several offers={offers.data} onGo={go} onClose={onClose} />
      )}
    </Modal>
  );
}

function isOneClick({ ways }: UnsubscribeOffer): boolean {
  return ways[0]?.method === 'one-click';
}

interface OneSenderProps {
  readonly offer: UnsubscribeOffer;
  readonly hasFailed: boolean;
  readonly onInstead: UnsubscribeRequest['onInstead'];
  readonly onGo: (chosen: ActOptions) => void;
  readonly onClose: () => void;
}

function OneSender({ offer, hasFailed, onInstead, onGo, onClose }: OneSenderProps) {
  const { ways, withoutOneClick, refusal } = offer;
  // What failed once is not the first to be tried again.
  const best = ways.find(({ method }) => !hasFailed || method !== 'one-click') ?? ways[0];
  const [method, setMethod] = useState<WayOutMethod | undefined>(best?.method);
  const [edited, setEdited] = useState<string | undefined>();
  const way = ways.find((each) => each.method === method) ?? best;
  if (way === undefined) return <NoWay refusal={refusal} onInstead={onInstead} onClose={onClose} />;
  const body = way.method === 'mailto' ? (edited ?? way.body) : '';
  const canGo = way.method !== 'mailto' || body.trim() !== '';
  const go = () => canGo && onGo({ way: way.method, ...(way.method === 'mailto' ? { body } : {}) });
  return (
    <Form onGo={go}>
      <p className={styles.from}>
        {offer.from.name === '' ? offer.from.address : `${offer.from.name} · ${offer.from.address}`}
      </p>
      {withoutOneClick !== undefined && <p className={styles.why}>{withoutOneClick}</p>}
      {ways.length > 1 && (
        <ChoiceField
          label="How"
          value={way.method}
          onChange={setMethod}
          choices={ways.map((each) => ({ value: each.method, label: wayInWords(each) }))}
        />
      )}
      <Way way={way} body={body} onBody={setEdited} />
      <footer className={styles.foot}>
        <span className={styles.hint}>
          {way.method === 'link' ? 'The page opens at once.' : 'You can undo for a few seconds.'}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={!canGo} onClick={go} aria-keyshortcuts="Control+Enter">
          {GO_WORDS[way.method]} <KeyCaps keys="Mod+Enter" />
        </Button>
      </footer>
    </Form>
  );
}

const GO_WORDS = {
  'one-click': 'Unsubscribe',
  mailto: 'Send',
  link: 'Open the page',
} as const satisfies Record<WayOutMethod, string>;

interface WayProps {
  readonly way: UnsubscribeWay;
  readonly body: string;
  readonly onBody: (body: string) => void;
}

function Way({ way, body, onBody }: WayProps) {
  switch (way.method) {
    case 'one-click':
      return <p>Asks {way.host} once to take you off the list. Nothing else is told.</p>;
    case 'mailto':
      return (
        <>
          <dl className={letterStyles.envelope}>
            <dt>To</dt>
            <dd>{way.to}</dd>
            <dt>Subject</dt>
            <dd>{way.subject}</dd>
          </dl>
          <textarea
            className={styles.text}
            aria-label="Text of the mail"
            value={body}
            rows={5}
            // The mail is what this dialog is for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(event) => onBody(event.target.value)}
          />
        </>
      );
    case 'link':
      return (
        <p>
          Opens <strong>{way.host}</strong> in your browser: you unsubscribe there.{' '}
          <span className={styles.url}>{way.url}</span>
        </p>
      );
  }
}

interface NoWayProps {
  readonly refusal: UnsubscribeOffer['refusal'];
  readonly onInstead: UnsubscribeRequest['onInstead'];
  readonly onClose: () => void;
}

/** No way out of the list, but no dead end. */
function NoWay({ refusal, onInstead, onClose }: NoWayProps) {
  const instead = (kind: 'remove' | 'block') => () => {
    onClose();
    onInstead?.(kind);
  };
  return (
    <div className={styles.body}>
      <ErrorNote error={refusal && new AppError(refusal)} />
      <footer className={styles.foot}>
        <Button onClick={onClose}>Cancel</Button>
        {onInstead !== undefined && (
          <>
            <Button onClick={instead('block')}>Block the sender</Button>
            <Button look="primary" onClick={instead('remove')}>
              Ask to be removed…
            </Button>
          </>
        )}
      </footer>
    </div>
  );
}

interface SeveralProps {
  readonly offers: readonly UnsubscribeOffer[];
  readonly onGo: (chosen: ActOptions) => void;
  readonly onClose: () => void;
}

/** Each by its own best way; what cannot be left is left out. */
function Several({ offers, onGo, onClose }: SeveralProps) {
  const able = offers.filter(({ ways }) => ways.length > 0);
  const go = () => able.length > 0 && onGo({});
  return (
    <Form onGo={go}>
      <ul className={styles.offers}>
        {offers.map(({ from, ways, refusal }) => (
          <li key={from.address}>
            <strong>{from.name === '' ? from.address : from.name}</strong>
            <span>{ways[0] === undefined ? (refusal?.message ?? 'No way out') : wayInWords(ways[0])}</span>
          </li>
        ))}
      </ul>
      <footer className={styles.foot}>
        <span className={styles.hint}>One at a time shows each mail, to be read and changed.</span>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={able.length === 0} onClick={go} aria-keyshortcuts="Control+Enter">
          Unsubscribe from {counted(able.length, 'sender')} <KeyCaps keys="Mod+Enter" />
        </Button>
      </footer>
    </Form>
  );
}

/** Ctrl/Cmd-Enter goes on from wherever the focus is. */
function Form({ onGo, children }: { readonly onGo: () => void; readonly children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(isMacKeyboard() ? event.metaKey : event.ctrlKey)) return;
    event.preventDefault();
    onGo();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.body} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function wayInWords(way: UnsubscribeWay): string {
  switch (way.method) {
    case 'one-click':
      return `One click, at ${way.host}`;
    case 'mailto':
      return `A mail to ${way.to}: “${way.subject}”`;
    case 'link':
      return `The page at ${way.host}, in your browser`;
  }
}
