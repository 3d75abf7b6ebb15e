/** Pushes what is due, one action after the other, in the order of the key presses; waits, puts back, tries again. */
import { AppError, toAppErrorData } from '#core/contract/app-error.ts';
import { backoffMs } from '#main/gmail/backoff.ts';
import { GmailError } from '#main/gmail/gmail-error.ts';
import { LONGEST_PAUSE_MS } from '#main/gmail/paced-calls.ts';
import { isSampleProfile } from '#main/store/accounts.ts';
import { confirmBoundaries, deleteBoundaries } from '#main/store/boundaries.ts';
import {
  type Action,
  deleteAction,
  durably,
  forgetChanges,
  getAction,
  listOpenActions,
  moveStep,
  type Step,
  updateAction,
} from '#main/store/outbox.ts';
import { carryOut, PermissionNeeded, type Tools } from './carry-out.ts';
import { takeBackHere } from './local-change.ts';
import { outcomeOf } from './outcome.ts';
import { carryOutSample } from './sample-delivery.ts';

export interface PusherOptions extends Tools {
  /** Called with every action that has moved on. */
  readonly onMoved: (id: number) => void;
  /** Called where labels of messages changed here. */
  readonly onLabels: () => void;
  /** Called when Gmail has taken something: there is news to be synced. */
  readonly onPushed: () => void;
  readonly reportFault: (error: unknown) => void;
}

/** What can only be waited for: the network, Gmail, a sign-in, an account. */
const WAITED_FOR: ReadonlySet<string> = new Set([
  'offline',
  'rate-limited',
  'auth-expired',
  'no-keyring',
  'no-account',
]);
const WAITING_FOR_ANSWER = 'Waiting for your answer on Google’s page';

export class Pusher {
  readonly #options: PusherOptions;
  #pushing: Promise<void> | undefined;
  #pushAgain = false;
  #current: number | undefined;
  #failures = 0;
  #retryTimer: AbortController | undefined;
  /** Actions that Gmail does not want to hear of for hours: too much was sent in a day. */
  readonly #notBefore = new Map<number, number>();

  constructor(options: PusherOptions) {
    this.#options = options;
  }

  /** True while this very action is being pushed. */
  isPushing(id: number): boolean {
    return this.#current === id;
  }

  /** Resolves when nothing more can be pushed at the moment. */
  async idle(): Promise<void> {
    while (this.#pushing) await this.#pushing;
  }

  /** Something that was waited for may be there: try at once. */
  hurry(): void {
    this.#failures = 0;
    this.#notBefore.clear();
    this.push();
  }

  push(): void {
    if (this.#options.signal.aborted) return;
    if (this.#pushing) {
      this.#pushAgain = true;
      return;
    }
    this.#retryTimer?.abort();
    this.#pushing = this.#pushAll()
      .catch((error: unknown) => this.#options.reportFault(error))
      .finally(() => {
        this.#pushing = undefined;
        this.#current = undefined;
        if (!this.#pushAgain) return;
        this.#pushAgain = false;
        this.push();
      });
  }

  /** Google's page that an earlier run had opened is gone, and no page opens by itself at a start. */
  failLostPermissions(): void {
    const { db } = this.#options;
    for (const { id, state, outcome, steps } of listOpenActions(db)) {
      if (state !== 'waiting' || outcome !== WAITING_FOR_ANSWER) continue;
      const step = steps.find(({ plan }) => plan.type === 'block');
      if (step) this.#fail(id, step, unanswered());
    }
  }

  async #pushAll(): Promise<void> {
    const { db, signal, clock } = this.#options;
    for (const { id } of listOpenActions(db)) {
      if (signal.aborted) return;
      const action = getAction(db, id);
      if (action?.state !== 'waiting' && action?.state !== 'sending') continue;
      if ((this.#notBefore.get(id) ?? 0) > clock.now()) continue;
      this.#current = id;
      const waitsFor = await this.#pushOne(action);
      this.#current = undefined;
      // What waits for the network or a short pause holds up all the others; what waits for the user or for tomorrow does not.
      const at = toldTime(waitsFor);
      if (at > clock.now() + LONGEST_PAUSE_MS) this.#notBefore.set(id, at);
      else if (waitsFor?.kind === 'offline' || waitsFor?.kind === 'rate-limited') {
        this.#tryAgain(Math.max(at - clock.now(), backoffMs(this.#failures, Math.random)));
        this.#failures += 1;
        return;
      }
    }
    this.#failures = 0;
    const next = Math.min(...this.#notBefore.values());
    if (Number.isFinite(next)) this.#tryAgain(next - clock.now());
  }

  /** Pushes what is left of an action; answers with what it has to wait for. */
  async #pushOne({ id, steps }: Action): Promise<AppError | undefined> {
    const { db, signal, onMoved, onPushed } = this.#options;
    const isSample = isSampleProfile(db);
    updateAction(db, id, { state: 'sending', error: null });
    onMoved(id);
    for (const step of steps) {
      if (step.state === 'failed') continue;
      if (step.state === 'done') {
        // A page that was opened, or a step that an earlier run had done when it was stopped.
        this.#confirm(id, step);
        continue;
      }
      try {
        if (isSample) carryOutSample(step, db);
        else await carryOut(withoutPutBack(step, this.#get(id)), this.#options);
        this.#confirm(id, step);
      } catch (error) {
        if (signal.aborted) {
          updateAction(db, id, { state: 'waiting' });
          return undefined;
        }
        if (error instanceof PermissionNeeded) {
          this.#askFor(error, id, step);
          return undefined;
        }
        const failed = asAppError(error);
        if (WAITED_FOR.has(failed.kind) && !isOneClick(step)) {
          this.#wait(id, failed);
          return failed;
        }
        this.#options.reportFault(failed);
        this.#fail(id, step, failed);
      }
    }
    this.#finish(id);
    if (!isSample) onPushed();
    return undefined;
  }

  #finish(id: number): void {
    const { db, onMoved } = this.#options;
    const action = this.#get(id);
    const failed = action.steps.find(({ state }) => state === 'failed');
    // Thousands of messages are opened in a year: that they were read is no news.
    if (action.kind === 'mark-read' && !failed) {
      deleteAction(db, id);
      return;
    }
    const outcome = outcomeOf(action);
    updateAction(db, id, { state: failed ? 'failed' : 'done', outcome, error: failed?.error ?? null });
    onMoved(id);
  }

  #confirm(id: number, { plan, messageIds }: Step): void {
    const { db, clock } = this.#options;
    // Labels that follow a letter confirm nothing by themselves.
    if (plan.type === 'labels' && this.#get(id).steps.length > 1) return;
    durably(db, () => confirmBoundaries(db, id, messageIds, clock.now()));
  }

  #wait(id: number, error: AppError): void {
    const { db, onMoved } = this.#options;
    const isLetter = this.#get(id).steps.some(({ plan }) => plan.type === 'letter');
    const what = isLetter ? 'Waiting to be sent' : 'Waiting for Gmail';
    const outcome = error.kind === 'no-account' ? `${what}: connect Gmail` : what;
    updateAction(db, id, { state: 'waiting', outcome, error: error.toData() });
    onMoved(id);
  }

  /** Refused for good: what was changed here for it is put back, with the reason; the rest of the action goes on. */
  #fail(id: number, step: Step, error: AppError): void {
    const { db, onLabels } = this.#options;
    durably(db, () => {
      const { changes } = this.#get(id);
      takeBackHere(
        db,
        changes.filter(({ messageId }) => step.messageIds.includes(messageId)),
      );
      forgetChanges(db, id, step.messageIds);
      deleteBoundaries(db, id, step.messageIds);
      moveStep(db, step.id, { state: 'failed', error: error.toData() });
    });
    onLabels();
  }

  #askFor(needed: PermissionNeeded, id: number, step: Step): void {
    const { db, signal, onMoved } = this.#options;
    updateAction(db, id, { state: 'waiting', outcome: WAITING_FOR_ANSWER });
    onMoved(id);
    needed.ask().then(
      () => this.hurry(),
      (error: unknown) => {
        if (signal.aborted) return;
        this.#fail(id, step, asAppError(error));
        this.push();
      },
    );
  }

  #tryAgain(inMs: number): void {
    const { clock, signal } = this.#options;
    this.#retryTimer = new AbortController();
    void clock.sleep(Math.max(0, inMs), AbortSignal.any([signal, this.#retryTimer.signal])).then(
      () => this.push(),
      () => undefined,
    );
  }

  #get(id: number): Action {
    const action = getAction(this.#options.db, id);
    if (!action) throw new Error(`no action ${id}`);
    return action;
  }
}

/** When Gmail wants to be asked again; 0 where it did not say. */
function toldTime(error: AppError | undefined): number {
  return error instanceof GmailError ? (error.retryAt ?? 0) : 0;
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError(toAppErrorData(error), { cause: error });
}

function unanswered(): AppError {
  return new AppError({
    kind: 'auth-refused',
    message: 'Google’s page was not answered.',
    cure: 'Press Retry to open it again: blocking needs the permission to make filters.',
  });
}

/** Asking a list's server again is the user's to decide: nobody there knows a repeat. */
function isOneClick({ plan }: Step): boolean {
  return plan.type === 'one-click';
}

/** Labels of a message that was put back stay as they are at Gmail. */
function withoutPutBack(step: Step, { steps }: Action): Step {
  if (step.plan.type !== 'labels') return step;
  const putBack = new Set(steps.flatMap(({ state, messageIds }) => (state === 'failed' ? messageIds : [])));
  return { ...step, messageIds: step.messageIds.filter((id) => !putBack.has(id)) };
}
