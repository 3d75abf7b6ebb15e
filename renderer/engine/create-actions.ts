/**
 * What the user does: shown in the same frame, then journaled by the engine; rolled back with the reason where it refuses.
 */
import type { QueryClient, QueryFilters } from '@tanstack/react-query';
import type { ActionKind, Tone, WayOutMethod } from '#core/boundary/kinds.ts';
import { toAppErrorData } from '#core/contract/app-error.ts';
import type { RequestInput, RequestName } from '#core/contract/requests.ts';
import type { OutboxItem, Verdict } from '#core/contract/views.ts';
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import { counted, outboxTitle } from '../ui/words.ts';
import { askAgain, withOutboxItem } from './apply-event.ts';
import { ask } from './ask.ts';
import { markLeaving, unmarkLeaving } from './leaving.ts';
import { isInboxQuery } from './queries.ts';
import { withRead, withoutMessages, type QueueData } from './queue-data.ts';
import { popUndoable, pushUndoable, undoableOf, withoutOutbox, withoutWord, type Undoable } from './undo-stack.ts';

/** A passing word to the user that is not an outbox item. */
export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'bad';
  readonly text: string;
  readonly cure?: string;
  /** What its Undo takes back. */
  readonly undoes?: Undoable;
}

export interface ActOptions {
  readonly tone?: Tone;
  readonly body?: string;
  readonly again?: boolean;
  readonly way?: WayOutMethod;
}

export interface Actions {
  readonly act: (kind: ActionKind, ids: readonly MessageRowId[], options?: ActOptions) => Promise<void>;
  readonly judge: (personId: PersonId, name: string, verdict: Verdict | null) => Promise<void>;
  /** The user's word on a label; `words` say it, `moveCount` how many other messages move with it. */
  readonly correct: (
    correction: RequestInput<'correction.apply'>,
    words: string,
    moveCount: number | undefined,
  ) => Promise<void>;
  /** The user's word on who is who; `words` say what holds from now on. */
  readonly tellPerson: (said: RequestInput<'person.tell'>, words: string) => Promise<void>;
  readonly takeBackWord: (wordId: number) => Promise<void>;
  readonly markRead: (ids: readonly MessageRowId[]) => Promise<void>;
  /** Takes back the latest thing, or the one named. */
  readonly undo: (outboxId?: number) => Promise<void>;
  readonly undoEntry: (entry: Undoable) => Promise<void>;
  readonly retry: (outboxId: number, chosen?: Pick<ActOptions, 'way' | 'body'>) => Promise<void>;
  /** A request whose answer shows by itself; tells the user where it is refused. */
  readonly send: <Name extends RequestName>(name: Name, input: RequestInput<Name>) => void;
  readonly tell: (text: string) => void;
  readonly tellError: (error: unknown) => void;
  readonly dismiss: (noticeId: number) => void;
  /** Another profile was opened: what was done in the last one cannot be taken back from here. */
  readonly forget: () => void;
}

/** How the actions speak to the window. */
export interface ActionsOutlet {
  readonly client: QueryClient;
  readonly speak: (news: string) => void;
  readonly addNotice: (notice: Notice) => void;
  readonly removeNotice: (noticeId: number) => void;
  /** Messages that an undo brought back: the queue moves to the first of them. */
  readonly showRestored: (messageIds: readonly number[]) => void;
}

const CHANGED_BY_CORRECTION = ['queue.list', 'message.get', 'sender.get'] as const;
const EVERY_QUEUE = { queryKey: ['queue.list'] } as const;
const INBOX = { predicate: ({ queryKey }) => isInboxQuery(queryKey) } satisfies QueryFilters;
const WHO_IS_WHO = ['sender.get', 'queue.list', 'message.get', 'boundary.list'] as const;
const NOTICE_MS = 6000;
/** With an Undo on it. */
const UNDO_NOTICE_MS = 15_000;

export function createActions({ client, speak, addNotice, removeNotice, showRestored }: ActionsOutlet): Actions {
  let undoStack: readonly Undoable[] = [];
  let lastNotice = 0;
  const noticeOf = new WeakMap<Undoable, number>();

  const show = (notice: Omit<Notice, 'id'>) => {
    lastNotice += 1;
    const id = lastNotice;
    addNotice({ ...notice, id });
    if (notice.undoes !== undefined) noticeOf.set(notice.undoes, id);
    speak(notice.text);
    setTimeout(() => removeNotice(id), notice.undoes === undefined ? NOTICE_MS : UNDO_NOTICE_MS);
  };
  const tell = (text: string) => show({ tone: 'plain', text });
  const tellUndoable = (text: string, undoes: Undoable) => {
    undoStack = pushUndoable(undoStack, undoes);
    show({ tone: 'plain', text, undoes });
  };
  const tellError = (error: unknown) => {
    const { message, cure } = toAppErrorData(error);
    show({ tone: 'bad', text: message, cure });
  };
  const keepOutbox = (item: OutboxItem) =>
    client.setQueryData<readonly OutboxItem[]>(['outbox.list', {}], (items) => withOutboxItem(items ?? [], item));
  const changeQueues = (of: QueryFilters, change: (data: QueueData) => QueueData) => {
    void client.cancelQueries(of);
    client.setQueriesData<QueueData>(of, (data) => data && change(data));
  };

  const takeBack = async (entry: Undoable) => {
    removeNotice(noticeOf.get(entry) ?? 0);
    noticeOf.delete(entry);
    if (entry.kind === 'judgement') {
      await ask('person.unjudge', { before: [...entry.before] });
      await askAgain(client, ['sender.get', 'queue.list']);
      tell('Your word on this person is taken back');
      return;
    }
    if (entry.kind === 'correction') {
      await ask('correction.undo', { decision: entry.decision });
      await askAgain(client, CHANGED_BY_CORRECTION);
      tell('Your correction is taken back');
      return;
    }
    if (entry.kind === 'person-word') {
      await ask('person.takeBack', { wordId: entry.wordId, isTakenBack: entry.isTakenBack });
      await askAgain(client, WHO_IS_WHO);
      tell(entry.isTakenBack ? 'Your word on who is who is taken back' : 'Your word on who is who counts again');
      return;
    }
    keepOutbox(await ask('action.undo', { outboxId: entry.outboxId }));
    await askAgain(client, ['queue.list']);
    showRestored(entry.messageIds);
    speak('Undone');
  };

  return {
    tell,
    tellError,
    dismiss: removeNotice,
    forget: () => {
      undoStack = [];
    },
    send: (name, input) => void ask(name, input).catch(tellError),
    async act(kind, ids, options = {}) {
      markLeaving(ids);
      changeQueues(INBOX, (data) => withoutMessages(data, new Set<number>(ids)));
      try {
        const item = await ask('action.run', { ids: [...ids], kind, ...options });
        keepOutbox(item);
        undoStack = pushUndoable(undoStack, undoableOf(item));
        speak(`${outboxTitle(item.kind, item.messageRowIds.length)}. Press z to undo.`);
      } catch (error) {
        tellError(error);
      } finally {
        unmarkLeaving(ids);
        void askAgain(client, ['queue.list']);
      }
    },
    async judge(personId, name, verdict) {
      try {
        const before = await ask('person.judge', { personId, verdict });
        tellUndoable(judgementInWords(name, verdict), { kind: 'judgement', before });
        await askAgain(client, ['sender.get', 'queue.list']);
      } catch (error) {
        tellError(error);
      }
    },
    async correct(correction, words, moveCount) {
      try {
        const { decision } = await ask('correction.apply', correction);
        await askAgain(client, CHANGED_BY_CORRECTION);
        const others =
          moveCount === undefined || moveCount === 0 ? '' : `; ${counted(moveCount, 'other message')} moved`;
        tellUndoable(`${words}${others}`, { kind: 'correction', decision });
      } catch (error) {
        tellError(error);
      }
    },
    async tellPerson(said, words) {
      try {
        const { wordId } = await ask('person.tell', said);
        tellUndoable(words, { kind: 'person-word', wordId, isTakenBack: true });
        await askAgain(client, WHO_IS_WHO);
      } catch (error) {
        tellError(error);
      }
    },
    async takeBackWord(wordId) {
      try {
        await ask('person.takeBack', { wordId });
        undoStack = withoutWord(undoStack, wordId);
        tellUndoable('Your word on who is who is taken back', { kind: 'person-word', wordId, isTakenBack: false });
        await askAgain(client, WHO_IS_WHO);
      } catch (error) {
        tellError(error);
      }
    },
    async markRead(ids) {
      changeQueues(EVERY_QUEUE, (data) => withRead(data, new Set<number>(ids)));
      try {
        await ask('message.markRead', { ids: [...ids] });
      } catch (error) {
        tellError(error);
      }
    },
    async undo(outboxId) {
      const popped = popUndoable(undoStack, Date.now());
      const named = undoStack.find((entry) => entry.kind === 'outbox' && entry.outboxId === outboxId);
      undoStack = outboxId === undefined ? popped.rest : withoutOutbox(undoStack, outboxId);
      const entry =
        outboxId === undefined ? popped.entry : (named ?? { kind: 'outbox', outboxId, undoUntil: 0, messageIds: [] });
      if (entry === undefined) {
        tell('There is nothing to undo');
        return;
      }
      try {
        await takeBack(entry);
      } catch (error) {
        tellError(error);
      }
    },
    async undoEntry(entry) {
      undoStack = undoStack.filter((other) => other !== entry);
      try {
        await takeBack(entry);
      } catch (error) {
        tellError(error);
      }
    },
    async retry(outboxId, chosen = {}) {
      try {
        keepOutbox(await ask('action.retry', { outboxId, ...chosen }));
      } catch (error) {
        tellError(error);
      }
    },
  };
}

function judgementInWords(name: string, verdict: Verdict | null): string {
  if (verdict === 'known') return `${name} is someone you know, from now on`;
  if (verdict === 'stranger') return `${name} is a stranger to you, from now on`;
  return `Acquaint judges ${name} by the record again`;
}
