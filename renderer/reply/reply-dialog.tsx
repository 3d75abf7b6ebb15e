/** A boundary reply before it goes: whom it reaches, what it says, what the user should know first. */
import { useQuery } from '@tanstack/react-query';
import { Send, TriangleAlert } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { TONES, type ReplyKind, type Tone } from '#core/boundary/kinds.ts';
import type { ReplyDraft } from '#core/contract/views.ts';
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import type { ActOptions } from '../engine/create-actions.ts';
import { engineQuery } from '../engine/queries.ts';
import { isMacKeyboard } from '../keys/use-commands.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { Modal } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ACTION_WORDS, TONE_WORDS, counted } from '../ui/words.ts';
import letterStyles from '../ui/letter.module.css';
import styles from './reply-dialog.module.css';

export interface ReplyDialogProps {
  readonly kind: ReplyKind;
  /** Newest first. One person is answered with the text shown; several each with their own, unedited. */
  readonly messages: readonly { readonly id: MessageRowId; readonly personId: PersonId; readonly name: string }[];
  readonly onClose: () => void;
  readonly onSend: (options: ActOptions) => void;
}

export function ReplyDialog({ kind, messages, onClose, onSend }: ReplyDialogProps) {
  const [first] = messages;
  // Absent: the tone that the engine finds right for this sender.
  const [tone, setTone] = useState<Tone | undefined>();
  // What the user wrote stays when the tone is changed and changed back.
  const [edited, setEdited] = useState<Readonly<Partial<Record<Tone, string>>>>({});
  const draft = useQuery({
    ...engineQuery('reply.preview', { id: first?.id ?? 0, kind, ...(tone === undefined ? {} : { tone }) }),
    enabled: first !== undefined,
    staleTime: 0,
    placeholderData: (before) => before,
  });
  if (first === undefined) return undefined;
  const chosen = tone ?? draft.data?.tone;
  const body = (chosen === undefined ? undefined : edited[chosen]) ?? draft.data?.body ?? '';
  // One letter a person, however many of their messages are selected.
  const people = [...new Map(messages.map((message) => [message.personId, message])).values()];
  const isSingle = people.length === 1;
  const canSend = draft.data !== undefined && draft.data.refusal === undefined && (!isSingle || body.trim() !== '');

  const send = () => {
    if (!canSend || chosen === undefined) return;
    const again = (draft.data?.warnings.length ?? 0) > 0;
    onSend(isSingle ? { tone: chosen, body, again } : { tone: chosen });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(isMacKeyboard() ? event.metaKey : event.ctrlKey)) return;
    event.preventDefault();
    send();
  };

  return (
    <Modal title={ACTION_WORDS[kind].title} onClose={onClose}>
      {/* Ctrl/Cmd-Enter sends from wherever the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.body} onKeyDown={onKeyDown}>
        {draft.error !== null && <ErrorNote error={draft.error} onRetry={() => void draft.refetch()} />}
        {draft.isPending && <Skeleton lines={5} label="Writing the reply" />}
        {draft.data !== undefined && (
          <>
            {isSingle ? <Envelope draft={draft.data} /> : <Recipients names={people.map(({ name }) => name)} />}
            {draft.data.refusal === undefined ? (
              <Warnings warnings={draft.data.warnings} />
            ) : (
              <ErrorNote error={new Error(draft.data.refusal)} />
            )}
            {draft.data.refusal === undefined && (
              <>
                <ToneSwitch tone={chosen} onTone={setTone} />
                {isSingle ? (
                  <textarea
                    className={styles.text}
                    aria-label="Text of the reply"
                    value={body}
                    rows={9}
                    // The reply is what this dialog is for.
                    // oxlint-disable-next-line jsx-a11y/no-autofocus
                    autoFocus
                    onChange={(event) => chosen !== undefined && setEdited({ ...edited, [chosen]: event.target.value })}
                  />
                ) : (
                  <p className={styles.several}>
                    Each gets a reply of their own in this tone. Whoever may not be answered, or was asked before, is
                    left out.
                  </p>
                )}
              </>
            )}
          </>
        )}
        <footer className={styles.foot}>
          <span className={styles.hint}>You can undo for a few seconds after sending.</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" icon={<Send />} disabled={!canSend} onClick={send} aria-keyshortcuts="Control+Enter">
            {isSingle ? 'Send' : `Send to ${counted(people.length, 'person', 'people')}`} <KeyCaps keys="Mod+Enter" />
          </Button>
        </footer>
      </div>
    </Modal>
  );
}

function Envelope({ draft }: { readonly draft: ReplyDraft }) {
  return (
    <dl className={letterStyles.envelope}>
      <dt>To</dt>
      <dd>
        {draft.to.name !== '' && <strong>{draft.to.name} </strong>}
        {draft.to.address}
      </dd>
      <dt>Subject</dt>
      <dd>{draft.subject}</dd>
    </dl>
  );
}

function Recipients({ names }: { readonly names: readonly string[] }) {
  return (
    <dl className={letterStyles.envelope}>
      <dt>To</dt>
      <dd>{names.join(', ')}</dd>
    </dl>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return undefined;
  return (
    <ul className={styles.warnings} aria-label="Before you send">
      {warnings.map((warning) => (
        <li key={warning}>
          <TriangleAlert aria-hidden="true" />
          {warning}
        </li>
      ))}
    </ul>
  );
}

function ToneSwitch({ tone, onTone }: { readonly tone: Tone | undefined; readonly onTone: (tone: Tone) => void }) {
  return (
    <div className={styles.tones} role="radiogroup" aria-label="Tone">
      {TONES.map((each) => (
        <label key={each} className={styles.tone} data-chosen={each === tone}>
          <input
            type="radio"
            name="tone"
            className="only-spoken"
            checked={each === tone}
            onChange={() => onTone(each)}
          />
          {TONE_WORDS[each]}
        </label>
      ))}
    </div>
  );
}
