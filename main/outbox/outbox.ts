/**
 * Every change the user makes, on its way: shown at once, undoable for a while, then pushed.
 *
 * The journal is in the store, so an action survives whatever happens to the process. The undo window is measured by a
 * timer of the process, not by the wall clock: a clock that is set wrong neither sends early nor holds back. A letter whose
 * window was cut short by closing the app gets a new one at the next start (docs/decisions/outbox.md).
 */
import { AppError } from '#core/contract/app-error.ts';
import type { OutboxItem } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { isSampleProfile } from '#main/store/accounts.ts';
import { deleteBoundaries, insertBoundary } from '#main/store/boundaries.ts';
import {
  type Action,
  durably,
  getAction,
  insertAction,
  listOpenActions,
  moveStep,
  replaceChanges,
  replacePlan,
  type Step,
  toOutboxItem,
  updateAction,
} from '#main/store/outbox.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';
import { carryOut } from './carry-out.ts';
import { changeHere, LABEL_DELTAS, takeBackHere } from './local-change.ts';
import { type ActionRequest, planAction } from './plan-action.ts';
import { chosenWay, type ChosenWay, type LeavingPlan, waysToLeave } from './plan-leaving.ts';
import { Pusher, type PusherOptions } from './pusher.ts';
import { carryOutSample } from './sample-delivery.ts';

export interface OutboxOptions extends Omit<PusherOptions, 'onMoved'> {
  readonly undoWindowMs: number;
  /** A new id, unlike any other. */
  readonly newKey: () => string;
  /** Called with every change of an item that the user may see. */
  readonly onChange: (item: OutboxItem) => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #pusher: Pusher;
  readonly #windows = new Map<number, AbortController>();

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#pusher = new Pusher({ ...options, onMoved: (id) => void this.#tell(id) });
    options.signal.addEventListener('abort', () => {
      for (const window of this.#windows.values()) window.abort();
    });
  }

  /** Takes up what an earlier run of the app left behind. */
  resume(): void {
    const { db } = this.#options;
    for (const { id, state, steps } of listOpenActions(db)) {
      if (state !== 'undoable') continue;
      // Labels in the user's own mailbox need no second thought; a letter does.
      if (steps.some(({ plan }) => plan.type !== 'labels')) this.#openWindow(id);
      else updateAction(db, id, { state: 'waiting' });
    }
    this.#pusher.failLostPermissions();
    this.#pusher.push();
  }

  /** Letters that waited for an account, perhaps for weeks, can be thought over once more before they go. */
  accountConnected(): void {
    const { db } = this.#options;
    for (const { id, state, steps, error } of listOpenActions(db)) {
      if (state !== 'waiting' || error?.kind !== 'no-account') continue;
      if (!steps.every((step) => step.state === 'waiting')) continue;
      updateAction(db, id, { state: 'undoable', error: null });
      this.#openWindow(id);
    }
    this.#pusher.hurry();
  }

  /** Something that was waited for may be there: try at once. */
  hurry(): void {
    this.#pusher.hurry();
  }

  /** Journals an action and changes its messages here. Throws as `planAction` does. */
  run(request: ActionRequest): OutboxItem {
    const { db, clock, owner, newKey, undoWindowMs } = this.#options;
    const now = clock.now();
    const { kind } = request;
    const { messageIds, steps, boundaries, outcome } = planAction(request, { db, owner: owner(), now, newKey });
    const id = durably(db, () => {
      const changes = changeHere(db, messageIds, LABEL_DELTAS[kind]);
      const undoUntil = now + undoWindowMs;
      const outboxId = insertAction(db, {
        kind,
        state: 'undoable',
        createdAt: now,
        undoUntil,
        outcome,
        changes,
        steps,
      });
      for (const boundary of boundaries) insertBoundary(db, { ...boundary, setAt: now, outboxId });
      return outboxId;
    });
    this.#openPages(id);
    this.#startTimer(id);
    this.#options.onLabels();
    return this.#tell(id);
  }

  /** Opening a message marks it read: nothing to be undone or told. */
  markRead(messageIds: readonly MessageRowId[]): void {
    this.#pushSilently('mark-read', messageIds);
  }

  /** Mail that came into a thread which the user has muted leaves the inbox again. */
  archiveMuted(messageIds: readonly MessageRowId[]): void {
    this.#pushSilently('archive', messageIds);
  }

  /**
   * Takes a whole action back, letters and labels, as long as nothing of it has left.
   *
   * Throws `not-found`, and `not-allowed` where it is too late.
   */
  undo(id: number): OutboxItem {
    const { db } = this.#options;
    const action = this.#get(id);
    const isOpen = action.state === 'undoable' || action.state === 'waiting';
    const isWhole = action.steps.every(({ state, plan }) => state === 'waiting' || plan.type === 'open');
    if (!isOpen || !isWhole || this.#pusher.isPushing(id)) throw tooLate(action);
    this.#windows.get(id)?.abort();
    durably(db, () => {
      takeBackHere(db, action.changes);
      deleteBoundaries(db, id, action.messageRowIds);
      updateAction(db, id, { state: 'undone', outcome: 'Undone', error: null });
    });
    this.#options.onLabels();
    return this.#tell(id);
  }

  /** Once more what failed or waits. A list that did not take the one click is left by the way chosen, else by its next one. */
  retry(id: number, chosen: ChosenWay = {}): OutboxItem {
    const { db, onLabels } = this.#options;
    const action = this.#get(id);
    if (action.state === 'failed') {
      durably(db, () => {
        this.#renewBoundaries(action);
        for (const step of action.steps) {
          // Labels of what was put back have to be pushed once more.
          if (step.state === 'failed' || step.plan.type === 'labels') this.#renew(step, chosen);
        }
        replaceChanges(db, id, changeHere(db, action.messageRowIds, LABEL_DELTAS[action.kind]));
        updateAction(db, id, { state: 'waiting', error: null });
      });
      this.#openPages(id);
      onLabels();
    }
    this.#pusher.hurry();
    return this.#tell(id);
  }

  /** Resolves when no window is open and nothing more can be pushed at the moment. */
  async settled(): Promise<void> {
    const { signal, clock } = this.#options;
    for (;;) {
      await this.#pusher.idle();
      if (signal.aborted || this.#windows.size === 0) return;
      await clock.sleep(100, signal).catch(() => undefined);
    }
  }

  /** Resolves when nothing is under way any more; `signal` was aborted before. */
  async ended(): Promise<void> {
    await this.#pusher.idle();
  }

  #pushSilently(kind: 'mark-read' | 'archive', messageIds: readonly MessageRowId[]): void {
    const { db, clock, onLabels } = this.#options;
    const now = clock.now();
    const delta = LABEL_DELTAS[kind];
    const isChanged = durably(db, () => {
      const all = changeHere(db, messageIds, delta);
      const changes = all.filter(({ added, removed }) => added.length + removed.length > 0);
      if (changes.length === 0) return false;
      const steps = [
        { messageIds: changes.map(({ messageId }) => messageId), plan: { type: 'labels', ...delta } as const },
      ];
      const outcome = kind === 'archive' ? 'Muted: archived as it came' : '';
      insertAction(db, { kind, state: 'waiting', createdAt: now, undoUntil: now, outcome, changes, steps });
      return true;
    });
    if (!isChanged) return;
    onLabels();
    this.#pusher.push();
  }

  #openWindow(id: number): void {
    const { db, clock, undoWindowMs } = this.#options;
    updateAction(db, id, { undoUntil: clock.now() + undoWindowMs });
    this.#startTimer(id);
    this.#tell(id);
  }

  #startTimer(id: number): void {
    const { db, clock, undoWindowMs } = this.#options;
    const controller = new AbortController();
    this.#windows.set(id, controller);
    clock.sleep(undoWindowMs, controller.signal).then(
      () => {
        this.#windows.delete(id);
        updateAction(db, id, { state: 'waiting' });
        this.#tell(id);
        this.#pusher.push();
      },
      () => this.#windows.delete(id),
    );
  }

  /** A page in the browser is what the key press is for: it waits for nothing. */
  #openPages(id: number): void {
    const { db, reportFault } = this.#options;
    for (const step of this.#get(id).steps) {
      if (step.plan.type !== 'open' || step.state !== 'waiting') continue;
      if (isSampleProfile(db)) carryOutSample(step, db);
      else carryOut(step, this.#options).catch(reportFault);
    }
  }

  /**
   * A letter keeps its key, and is looked for before anything is done: Gmail may have taken it although it refused the
   * question that followed.
   */
  #renew(step: Step, chosen: ChosenWay): void {
    const { db } = this.#options;
    const { id, plan, draftId } = step;
    const again = { error: null, outcome: '' };
    const next = this.#otherWay(step, chosen);
    const isSameLetter = plan.type === 'letter' && (next === undefined || next.type === 'letter');
    if (next?.type === 'letter' && isSameLetter)
      replacePlan(db, id, { ...next, outboxKey: plan.outboxKey, messageId: plan.messageId });
    else if (next) replacePlan(db, id, next);
    const isEdited = plan.type === 'letter' && next?.type === 'letter' && next.body !== plan.body;
    if (!isSameLetter) moveStep(db, id, { state: 'waiting', draftId: null, ...again });
    else if (isEdited) moveStep(db, id, { state: 'drafting', draftId: null, ...again });
    else moveStep(db, id, { state: draftId === undefined ? 'drafting' : 'unknown', ...again });
  }

  /** How a list is left this time; undefined where the same is tried again. */
  #otherWay({ plan, messageIds }: Step, chosen: ChosenWay): LeavingPlan | undefined {
    const isLetter = plan.type === 'letter' && plan.kind === 'unsubscribe' && chosen.way !== undefined;
    if (plan.type !== 'one-click' && !isLetter) return undefined;
    const { db, newKey, owner } = this.#options;
    const message = messageIds[0] === undefined ? undefined : getTriageMessage(db, messageIds[0]);
    const ways = message ? waysToLeave(message, { db, newKey, ownAddresses: owner().addresses }) : [];
    const next = chosenWay(chosen.way === undefined ? ways.filter(({ type }) => type !== 'one-click') : ways, chosen);
    return next instanceof AppError ? undefined : next;
  }

  /** The entries of failed steps were deleted with the failure. */
  #renewBoundaries({ id, kind, steps }: Action): void {
    const { db, clock } = this.#options;
    if (kind === 'archive' || kind === 'mark-read' || kind === 'reply') return;
    for (const { state, messageIds, plan } of steps) {
      if (state !== 'failed' || (plan.type === 'labels' && steps.length > 1)) continue;
      const message = messageIds[0] === undefined ? undefined : getTriageMessage(db, messageIds[0]);
      if (message)
        insertBoundary(db, { kind, to: message.from, messageId: message.id, setAt: clock.now(), outboxId: id });
    }
  }

  #get(id: number): Action {
    const action = getAction(this.#options.db, id);
    if (action) return action;
    throw new AppError({
      kind: 'not-found',
      message: 'There is no such action.',
      cure: 'It may have been made in another profile.',
    });
  }

  #tell(id: number): OutboxItem {
    const item = toOutboxItem(this.#get(id));
    if (item.kind !== 'mark-read' || item.state === 'failed') this.#options.onChange(item);
    return item;
  }
}

function tooLate({ state }: Action): AppError {
  if (state === 'undone') return new AppError({ kind: 'not-allowed', message: 'It was undone already.', cure: '' });
  return new AppError({
    kind: 'not-allowed',
    message: 'It is too late to undo this: it has left.',
    cure: 'What was archived or labelled can be changed back in Gmail; what was sent stays sent.',
  });
}
