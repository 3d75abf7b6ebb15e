/**
 * An engine that is not there: answers every request of the window from memory, with events as the real one sends them.
 *
 * For tests of the window alone and for looking at it without Electron (tests/renderer/fake-window). Undo windows, removal
 * from the queue and refusals behave; ranking, search and sync are only played.
 */
import { AppError, type AppErrorData, toAppErrorData } from '#core/contract/app-error.ts';
import type { AcquaintBridge, Answer } from '#core/contract/bridge.ts';
import type { AppEvent } from '#core/contract/events.ts';
import type { RequestInput, RequestName, RequestResult } from '#core/contract/requests.ts';
import type { BoundaryView, CorrectionView, OutboxItem, StatusView, Verdict } from '#core/contract/views.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { LANES, type Lane } from '#core/triage/vocabulary.ts';
import { ME, NOW, fakeMailbox, type FakeMessage } from './fake-mail.ts';
import { createFakePeople } from './fake-people.ts';
import { PIXEL, draftOf, earlier, importSummary, senderOf, someBoundaries, summaryOf } from './fake-views.ts';

export interface FakeBridgeOptions {
  readonly count?: number;
  /** Milliseconds before every answer. */
  readonly delayMs?: number;
  readonly undoMs?: number;
  readonly scenario?: 'full' | 'first-start' | 'importing' | 'syncing' | 'signed-out' | 'sample';
  /** What lists offer for being left; one click where absent. */
  readonly unsubscribe?: 'unconfirmed' | 'none';
  /** Requests that fail, with what. */
  readonly failing?: Partial<Record<RequestName, AppErrorData>>;
}

export interface FakeBridge extends AcquaintBridge {
  emit(event: AppEvent): void;
  /** Every request in order. */
  readonly asked: { readonly name: RequestName; readonly input: unknown }[];
  /** Requests that are not answered yet. */
  readonly pending: () => number;
}

type Handlers = { readonly [Name in RequestName]: (input: RequestInput<Name>) => RequestResult<Name> };

const DAY = 86_400_000;

export function createFakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const { count = 48, delayMs = 0, undoMs = 8000, scenario = 'full', failing = {}, unsubscribe } = options;
  const mailbox = scenario === 'first-start' || scenario === 'importing' ? [] : fakeMailbox(count);
  const gone = new Set<number>();
  const read = new Set<number>();
  const verdicts = new Map<number, Verdict | null>();
  const outbox: OutboxItem[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const asked: FakeBridge['asked'] = [];
  let pending = 0;
  let boundaries: readonly BoundaryView[] = scenario === 'full' ? someBoundaries(mailbox) : [];
  let isImported = false;
  let isPaused = false;
  let ownerConfirmed = scenario !== 'first-start';
  let owner: StatusView['owner'] = {
    addresses: [ME.address],
    name: ME.name,
    circles: [{ name: 'PyDays', kind: 'conference', aliases: ['PyDays Leipzig'] }],
    dealBreakers: { relocation: true, home: 'Leipzig, Germany', remoteOk: true, excludedRoles: ['sales', 'help desk'] },
    policy: 'I only connect with people I know; please say how we are connected.',
  };

  const corrections: (CorrectionView & { readonly id: number })[] = [];
  const emit = (event: AppEvent) => listeners.forEach((listener) => listener(event));
  const people = createFakePeople(mailbox, () => emit({ type: 'queue-changed' }));
  const inbox = () => mailbox.filter(({ item }) => !gone.has(item.id));
  const messageOf = (id: number): FakeMessage => {
    const found = mailbox.find(({ item }) => item.id === id);
    if (found === undefined)
      throw new AppError({
        kind: 'not-found',
        message: 'This message is no longer there.',
        cure: 'Go back to the queue.',
      });
    return found;
  };
  const change = (id: number, changed: Partial<OutboxItem>): OutboxItem => {
    const at = outbox.findIndex((item) => item.id === id);
    const before = outbox[at];
    if (before === undefined) throw new AppError({ kind: 'not-found', message: 'Nothing to change.', cure: '' });
    const after = { ...before, ...changed };
    outbox[at] = after;
    emit({ type: 'outbox', item: after });
    return after;
  };

  /** The engine works out who the owner is, and waits for the user to confirm it. */
  const importMail = () => {
    const summary = importSummary();
    isImported = true;
    ownerConfirmed = false;
    owner = { ...owner, addresses: summary.ownerCandidates.slice(0, 2).map(({ address }) => address) };
    emit({ type: 'status-changed' });
    return summary;
  };

  const handlers: Handlers = {
    'status.get': () => ({
      profile: scenario === 'sample' ? 'sample' : 'own',
      owner,
      ownerConfirmed,
      accounts:
        scenario === 'full' || scenario === 'signed-out' || scenario === 'syncing'
          ? [
              {
                id: 1 as AccountId,
                kind: 'gmail',
                address: ME.address,
                state: isPaused ? 'paused' : scenario === 'signed-out' ? 'reconnect' : 'ready',
                messageCount: 18_204,
                lastSyncAt: NOW - 120_000,
              },
            ]
          : [],
      messageCount: isImported ? 12_040 : mailbox.length === 0 ? 0 : 18_204,
      coverage: {
        receivedSince: NOW - 3000 * DAY,
        sentSince: NOW - 3000 * DAY,
        messageCount: 18_204,
        complete: true,
        text: 'Your record goes back to March 2016 (complete).',
      },
      jobs:
        scenario === 'syncing' && !isPaused
          ? [
              {
                id: 4,
                kind: 'sync',
                title: `Syncing ${ME.address}`,
                accountId: 1 as AccountId,
                state: 'running',
                doneBytes: 0,
                totalBytes: 0,
                doneMessages: 10_000,
                totalMessages: 40_000,
                defectCount: 0,
                status:
                  'Queue ready; history back to March 2024; 10,000 of 40,000 messages; about 2 h left at Google’s limit',
              },
            ]
          : scenario === 'importing'
            ? [
                {
                  id: 3,
                  kind: 'import',
                  title: 'Importing Takeout.mbox',
                  state: 'running',
                  doneBytes: 420e6,
                  totalBytes: 1600e6,
                  doneMessages: 12_400,
                  defectCount: 3,
                  status: '12,400 of about 47,000 messages; about 2 min left',
                },
              ]
            : [],
      online: true,
    }),
    'queue.list': ({ lane, all: isAll = false, cursor, limit = 100 }) => {
      const shown = isAll ? mailbox : inbox();
      const all = shown.map(({ item }) => (read.has(item.id) ? { ...item, unread: false } : item));
      const counts = Object.fromEntries(
        LANES.map((each) => [each, all.filter((item) => item.lane === each).length]),
      ) as Record<Lane, number>;
      const part = lane === undefined ? all : all.filter((item) => item.lane === lane);
      const from = Number(cursor ?? 0);
      return {
        items: part.slice(from, from + limit),
        counts,
        ...(from + limit < part.length ? { nextCursor: String(from + limit) } : {}),
      };
    },
    'queue.judged': () => ({ items: [] }),
    'people.list': () => [],
    'message.get': ({ id }) => {
      const { view } = messageOf(id);
      return {
        ...view,
        thread: [summaryOf(view)],
        boundaries: boundaries.filter(({ personId }) => personId === view.personId),
        corrections: corrections
          .filter((one) => one.id === id)
          .map(({ decision, scope, label, is }) => ({ decision, scope, label, is })),
      };
    },
    'message.pictures': () => ({}),
    'message.list': ({ messageIds }) => messageIds.slice(0, 3).map((messageId, index) => earlier(messageId, index)),
    'sender.get': ({ personId }) =>
      people.withWords(senderOf(messageOf(personId ?? 1), verdicts.get(personId ?? 1) ?? undefined, boundaries)),
    ...people.handlers,
    'search.list': ({ query, limit = 50 }) => ({
      items: mailbox
        .filter(({ view }) =>
          `${view.from.name} ${view.from.address} ${view.subject} ${view.text}`
            .toLowerCase()
            .includes(query.toLowerCase()),
        )
        .slice(0, limit)
        .map(({ view, item }) => ({ ...summaryOf(view), personId: view.personId, lane: item.lane })),
    }),
    'boundary.list': () => boundaries,
    'outbox.list': () => outbox,
    'import.defects': () => [],
    'owner.candidates': () => importSummary().ownerCandidates,
    'reply.preview': ({ id, kind, tone }) => draftOf(messageOf(id), kind, tone ?? 'kind'),
    'unsubscribe.preview': ({ ids }) =>
      ids.map((id) => {
        const { view, item } = messageOf(id);
        const host = item.from.address.split('@')[1] ?? '';
        const letter = {
          method: 'mailto',
          to: `leave@${host}`,
          subject: 'leave 212',
          body: 'Please unsubscribe me.',
        } as const;
        const page = { method: 'link', host, url: `https://${host}/leave` } as const;
        const isList = view.assessment?.facts.unsubscribe === 'one-click';
        return {
          messageRowIds: [view.id],
          from: view.from,
          ways:
            unsubscribe === 'none' || !isList
              ? []
              : unsubscribe === 'unconfirmed'
                ? [letter, page]
                : [{ method: 'one-click', host }, letter],
          ...(unsubscribe === 'unconfirmed'
            ? { withoutOneClick: `Nobody has confirmed the signature of ${host}.` }
            : {}),
          ...(unsubscribe === 'none' || !isList
            ? {
                refusal: {
                  kind: 'not-allowed',
                  message: 'This message names no way to unsubscribe.',
                  cure: 'Ask to be removed, or block its sender.',
                },
              }
            : {}),
        };
      }),
    'doctor.run': () => [
      { name: 'Database', ok: true, detail: 'Sound, 18,204 messages.', cure: '' },
      {
        name: 'Keychain',
        ok: false,
        detail: 'No keychain answers.',
        cure: 'Unlock it, or sign in to your desktop session again.',
      },
    ],
    'import.run': importMail,
    'job.cancel': () => null,
    'owner.confirm': ({ owner: given }) => {
      owner = {
        addresses: given.addresses,
        name: given.name ?? '',
        policy: given.policy ?? '',
        circles: (given.circles ?? []).map(({ name, kind = '', aliases = [] }) => ({ name, kind, aliases })),
        dealBreakers: given.dealBreakers ?? {},
      };
      ownerConfirmed = true;
      emit({ type: 'status-changed' });
      return null;
    },
    'action.run': ({ ids, kind }) => {
      ids.forEach((id) => gone.add(messageOf(id).item.id));
      const createdAt = Date.now();
      const item: OutboxItem = {
        id: outbox.length + 1,
        kind,
        messageRowIds: ids as MessageRowId[],
        state: 'undoable',
        createdAt,
        undoUntil: createdAt + undoMs,
        outcome: kind === 'archive' ? '' : 'Goes out when the time is up',
      };
      outbox.unshift(item);
      setTimeout(
        () =>
          outbox.find(({ id }) => id === item.id)?.state === 'undoable' &&
          change(item.id, { state: 'done', outcome: 'Done' }),
        undoMs,
      );
      emit({ type: 'outbox', item });
      emit({ type: 'queue-changed' });
      return item;
    },
    'action.undo': ({ outboxId }) => {
      const item = outbox.find(({ id }) => id === outboxId);
      if (item?.state !== 'undoable')
        throw new AppError({ kind: 'not-allowed', message: 'Too late to undo: it was already sent.', cure: '' });
      item.messageRowIds.forEach((id) => gone.delete(id));
      emit({ type: 'queue-changed' });
      return change(outboxId, { state: 'undone' });
    },
    'action.retry': ({ outboxId }) => change(outboxId, { state: 'waiting' }),
    'message.markRead': ({ ids }) => {
      ids.forEach((id) => read.add(id));
      return null;
    },
    'person.judge': ({ personId, verdict }) => {
      const before = [{ address: `${personId}@person.example`, verdict: verdicts.get(personId) ?? null, saidAt: 0 }];
      verdicts.set(personId, verdict);
      emit({ type: 'queue-changed' });
      return before;
    },
    'person.unjudge': ({ before }) => {
      for (const { address, verdict } of before) verdicts.set(Number(address.split('@')[0]), verdict);
      emit({ type: 'queue-changed' });
      return null;
    },
    'correction.foresee': ({ id }) => {
      const moves = mailbox
        .filter(({ item }) => item.id !== id && item.labels.includes('cold-outreach'))
        .map(({ item: { id: otherId, messageId, from, subject, receivedAt, lane, labels, advice } }) => ({
          id: otherId,
          messageId,
          from,
          subject,
          receivedAt,
          before: { lane, labels, advice },
          after: { lane, labels: labels.filter((label) => label !== 'cold-outreach'), advice: 'reply' as const },
        }));
      return { moves, moveCount: moves.length, complete: true };
    },
    'correction.stopForeseeing': () => null,
    'correction.apply': ({ id, scope, label, says }) => {
      const decision = corrections.length + 1;
      corrections.push({ id, decision, scope, label, is: says === 'is' });
      emit({ type: 'queue-changed' });
      return { decision };
    },
    'correction.undo': ({ decision }) => {
      corrections.splice(
        corrections.findIndex((one) => one.decision === decision),
        1,
      );
      emit({ type: 'queue-changed' });
      return null;
    },
    'boundary.forgive': ({ boundaryId }) => {
      boundaries = boundaries.map((boundary) =>
        boundary.id === boundaryId ? { ...boundary, state: 'forgiven' } : boundary,
      );
      emit({ type: 'queue-changed' });
      return null;
    },
    'account.connect': () => ({
      id: 1 as AccountId,
      kind: 'gmail',
      address: ME.address,
      state: 'syncing',
      messageCount: 0,
    }),
    'account.cancelConnect': () => null,
    'account.disconnect': () => ({ accessEnded: true }),
    'sync.run': () => {
      isPaused = false;
      emit({ type: 'status-changed' });
      return null;
    },
    'sync.pause': () => {
      isPaused = true;
      emit({ type: 'status-changed' });
      return null;
    },
    'network.changed': () => null,
    'shell.chooseImport': importMail,
    'shell.chooseClientFile': () => ({
      name: 'client_secret_123.apps.googleusercontent.com.json',
      json: '{"installed":{}}',
    }),
    'shell.openLink': () => null,
    'shell.loadImages': ({ urls }) => Object.fromEntries(urls.map((url) => [url, PIXEL])),
    'shell.openSample': () => {
      emit({ type: 'profile-changed', profile: 'sample' });
      return null;
    },
    'shell.closeSample': () => {
      emit({ type: 'profile-changed', profile: 'own' });
      return null;
    },
    'shell.setTheme': () => null,
  };

  return {
    platform: 'linux',
    pathForFile: () => '/somewhere/mail.mbox',
    asked,
    pending: () => pending,
    emit,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async request<Name extends RequestName>(
      name: Name,
      input: RequestInput<Name>,
    ): Promise<Answer<RequestResult<Name>>> {
      asked.push({ name, input });
      pending += 1;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      pending -= 1;
      try {
        const failure = failing[name];
        if (failure !== undefined) return { ok: false, error: failure };
        // As across processes: nothing is shared with the window.
        return structuredClone({ ok: true, value: handlers[name](input) });
      } catch (error) {
        return { ok: false, error: toAppErrorData(error) };
      }
    },
  };
}
