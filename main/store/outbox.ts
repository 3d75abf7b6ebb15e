/**
 * The journal of what the user did: every key press, what it changed here, and how far it has come elsewhere.
 *
 * Its transactions are flushed to the disk (`durably`): a step that was forgotten in a power cut could be done twice.
 */
import type { ReplyKind, ActionKind } from '#core/boundary/kinds.ts';
import type { AppErrorData } from '#core/contract/app-error.ts';
import type { OutboxItem } from '#core/contract/views.ts';
import type { Address } from '#core/mail/address.ts';
import type { AccountId, MessageRowId } from '#core/mail/message.ts';
import { inTransaction, type ReadableDb, statement, type WritableDb } from './database.ts';

/** What one step does outside of this computer's database. */
export type Plan =
  /** A reply, or the letter by which a list is left (RFC 2369). */
  | {
      readonly type: 'letter';
      readonly kind: ReplyKind | 'unsubscribe';
      readonly to: Address;
      readonly subject: string;
      readonly body: string;
      readonly inReplyTo?: string;
      readonly references: readonly string[];
      /** Ours; Gmail may send it under another one. */
      readonly messageId: string;
      /** By which the sent copy is found again. */
      readonly outboxKey: string;
    }
  | { readonly type: 'labels'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** A filter that sends the address's mail to the trash from now on. */
  | { readonly type: 'block'; readonly address: string }
  /** RFC 8058. */
  | { readonly type: 'one-click'; readonly url: string }
  /** A page that the user has to finish in the browser. */
  | { readonly type: 'open'; readonly url: string };

const STEP_STATES = ['waiting', 'drafting', 'drafted', 'sending', 'unknown', 'done', 'failed'] as const;
export type StepState = (typeof STEP_STATES)[number];

export interface Step {
  readonly id: number;
  readonly messageIds: readonly MessageRowId[];
  readonly state: StepState;
  readonly plan: Plan;
  /** The account that a letter was drafted in. */
  readonly accountId?: AccountId;
  readonly draftId?: string;
  readonly sentGmailId?: string;
  readonly outcome: string;
  readonly error?: AppErrorData;
}

/** What an action changed on a message here: labels that were not there before, labels that were. */
export interface LocalChange {
  readonly messageId: MessageRowId;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface Action extends OutboxItem {
  readonly changes: readonly LocalChange[];
  readonly steps: readonly Step[];
}

export interface NewAction extends Pick<OutboxItem, 'kind' | 'state' | 'createdAt' | 'undoUntil' | 'outcome'> {
  readonly changes: readonly LocalChange[];
  readonly steps: readonly Pick<Step, 'messageIds' | 'plan'>[];
}

/** Runs a transaction whose commit is on the disk when this returns. */
export function durably<Result>(db: WritableDb, work: () => Result): Result {
  if (db.inTransaction) return work();
  db.pragma('synchronous = FULL');
  try {
    return inTransaction(db, work);
  } finally {
    db.pragma('synchronous = NORMAL');
  }
}

export function insertAction(db: WritableDb, action: NewAction): number {
  return durably(db, () => {
    const { kind, state, createdAt, undoUntil, outcome } = action;
    const inserted = statement<[string, string, number, number, string]>(
      db,
      'INSERT INTO outbox (kind, state, created_at, undo_until, outcome) VALUES (?, ?, ?, ?, ?)',
    ).run(kind, state, createdAt, undoUntil, outcome);
    const id = Number(inserted.lastInsertRowid);
    const insertChange = statement<[number, number, number, string, string]>(
      db,
      'INSERT INTO outbox_messages (outbox_id, message_id, position, added, removed) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [position, { messageId, added, removed }] of action.changes.entries()) {
      insertChange.run(id, messageId, position, JSON.stringify(added), JSON.stringify(removed));
    }
    const insertStep = statement<[number, string, string]>(
      db,
      `INSERT INTO outbox_steps (outbox_id, message_ids, state, plan) VALUES (?, ?, 'waiting', ?)`,
    );
    for (const { messageIds, plan } of action.steps)
      insertStep.run(id, JSON.stringify(messageIds), JSON.stringify(plan));
    return id;
  });
}

export interface ActionChange {
  readonly state?: OutboxItem['state'];
  readonly outcome?: string;
  readonly undoUntil?: number;
  /** null clears it. */
  readonly error?: AppErrorData | null;
}

/** Fields that are left out stay. */
export function updateAction(db: WritableDb, id: number, { state, outcome, undoUntil, error }: ActionChange): void {
  durably(db, () => {
    statement(
      db,
      `UPDATE outbox SET state = coalesce(@state, state), outcome = coalesce(@outcome, outcome),
        undo_until = coalesce(@undoUntil, undo_until), error = CASE WHEN @hasError THEN @error ELSE error END WHERE id = @id`,
    ).run({
      id,
      state: state ?? null,
      outcome: outcome ?? null,
      undoUntil: undoUntil ?? null,
      hasError: error === undefined ? 0 : 1,
      error: error ? JSON.stringify(error) : null,
    });
  });
}

/** With its steps; for what leaves nothing to be told. */
export function deleteAction(db: WritableDb, id: number): void {
  durably(db, () => {
    statement<[number]>(db, 'DELETE FROM outbox WHERE id = ?').run(id);
  });
}

export interface StepChange {
  readonly state: StepState;
  readonly accountId?: AccountId;
  /** null forgets it. */
  readonly draftId?: string | null;
  readonly sentGmailId?: string;
  readonly outcome?: string;
  readonly error?: AppErrorData | null;
}

/** One arrow of the step's state machine; fields that are left out stay. */
export function moveStep(db: WritableDb, id: number, change: StepChange): void {
  const { state, accountId, draftId, sentGmailId, outcome, error } = change;
  durably(db, () => {
    statement(
      db,
      `UPDATE outbox_steps SET state = @state, account_id = coalesce(@accountId, account_id),
        draft_id = CASE WHEN @hasDraft THEN @draftId ELSE draft_id END,
        sent_gmail_id = coalesce(@sentGmailId, sent_gmail_id), outcome = coalesce(@outcome, outcome),
        error = CASE WHEN @hasError THEN @error ELSE error END WHERE id = @id`,
    ).run({
      id,
      state,
      accountId: accountId ?? null,
      hasDraft: draftId === undefined ? 0 : 1,
      draftId: draftId ?? null,
      sentGmailId: sentGmailId ?? null,
      outcome: outcome ?? null,
      hasError: error === undefined ? 0 : 1,
      error: error ? JSON.stringify(error) : null,
    });
  });
}

/** Puts another plan in the place of one that has not begun. */
export function replacePlan(db: WritableDb, stepId: number, plan: Plan): void {
  durably(db, () => {
    statement<[string, number]>(db, 'UPDATE outbox_steps SET plan = ? WHERE id = ?').run(JSON.stringify(plan), stepId);
  });
}

/** An action no longer answers for these messages: what it changed on them here has been taken back. */
export function forgetChanges(db: WritableDb, outboxId: number, messageIds: readonly MessageRowId[]): void {
  const forget = statement<[number, number]>(
    db,
    `UPDATE outbox_messages SET added = '[]', removed = '[]' WHERE outbox_id = ? AND message_id = ?`,
  );
  for (const messageId of messageIds) forget.run(outboxId, messageId);
}

/** An action that is begun again answers for what it changes now. */
export function replaceChanges(db: WritableDb, outboxId: number, changes: readonly LocalChange[]): void {
  const replace = statement<[string, string, number, number]>(
    db,
    'UPDATE outbox_messages SET added = ?, removed = ? WHERE outbox_id = ? AND message_id = ?',
  );
  for (const { messageId, added, removed } of changes) {
    replace.run(JSON.stringify(added), JSON.stringify(removed), outboxId, messageId);
  }
}

interface ActionRow {
  readonly id: number;
  readonly kind: ActionKind | 'mark-read';
  readonly state: OutboxItem['state'];
  readonly created_at: number;
  readonly undo_until: number;
  readonly outcome: string;
  readonly error: string | null;
}

interface ChangeRow {
  readonly message_id: MessageRowId;
  readonly added: string;
  readonly removed: string;
}

interface StepRow {
  readonly id: number;
  readonly message_ids: string;
  readonly state: StepState;
  readonly plan: string;
  readonly account_id: AccountId | null;
  readonly draft_id: string | null;
  readonly sent_gmail_id: string | null;
  readonly outcome: string;
  readonly error: string | null;
}

const ACTION_COLUMNS = 'id, kind, state, created_at, undo_until, outcome, error';

export function getAction(db: ReadableDb, id: number): Action | undefined {
  const row = statement<[number], ActionRow>(db, `SELECT ${ACTION_COLUMNS} FROM outbox WHERE id = ?`).get(id);
  return row && toAction(db, row);
}

/** What is not over yet, oldest first. */
export function listOpenActions(db: ReadableDb): readonly Action[] {
  const sql = `SELECT ${ACTION_COLUMNS} FROM outbox WHERE state IN ('undoable', 'waiting', 'sending') ORDER BY id`;
  return statement<[], ActionRow>(db, sql)
    .all()
    .map((row) => toAction(db, row));
}

/** The user's latest actions, newest first. Opening a message marks it read: that is listed only where it failed. */
export function listOutboxItems(db: ReadableDb, limit: number): readonly OutboxItem[] {
  const sql = `SELECT ${ACTION_COLUMNS} FROM outbox WHERE kind <> 'mark-read' OR state = 'failed' ORDER BY id DESC LIMIT ?`;
  return statement<[number], ActionRow>(db, sql)
    .all(limit)
    .map((row) => toItem(row, changesOf(db, row.id)));
}

/** The action as it is shown. */
export function toOutboxItem(action: Action): OutboxItem {
  const { id, kind, messageRowIds, state, createdAt, undoUntil, outcome, error } = action;
  return { id, kind, messageRowIds, state, createdAt, undoUntil, outcome, ...(error ? { error } : {}) };
}

/**
 * What actions that Gmail does not know of yet have changed on a message here.
 *
 * Labels that Gmail reports meanwhile must not undo them.
 */
export function pendingLabels(
  db: ReadableDb,
  messageId: MessageRowId,
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const rows = statement<[number], ChangeRow>(
    db,
    `SELECT c.message_id, c.added, c.removed FROM outbox_messages c JOIN outbox o ON o.id = c.outbox_id
      WHERE c.message_id = ? AND o.state IN ('undoable', 'waiting', 'sending') ORDER BY o.id`,
  ).all(messageId);
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const { added: more, removed: less } of rows.map(toChange)) {
    for (const label of more) if (added.add(label)) removed.delete(label);
    for (const label of less) if (removed.add(label)) added.delete(label);
  }
  return { added: [...added], removed: [...removed] };
}

/** The action and step that sent this message; undefined for mail that was sent elsewhere. */
export function findSentStep(
  db: ReadableDb,
  gmailId: string,
): { readonly outboxId: number; readonly step: Step } | undefined {
  const row = statement<[string], StepRow & { readonly outbox_id: number }>(
    db,
    'SELECT * FROM outbox_steps WHERE sent_gmail_id = ?',
  ).get(gmailId);
  return row && { outboxId: row.outbox_id, step: toStep(row) };
}

function toAction(db: ReadableDb, row: ActionRow): Action {
  const changes = changesOf(db, row.id);
  const steps = statement<[number], StepRow>(db, 'SELECT * FROM outbox_steps WHERE outbox_id = ? ORDER BY id').all(
    row.id,
  );
  return { ...toItem(row, changes), changes, steps: steps.map(toStep) };
}

function changesOf(db: ReadableDb, outboxId: number): readonly LocalChange[] {
  const sql = 'SELECT message_id, added, removed FROM outbox_messages WHERE outbox_id = ? ORDER BY position';
  return statement<[number], ChangeRow>(db, sql).all(outboxId).map(toChange);
}

function toChange({ message_id: messageId, added, removed }: ChangeRow): LocalChange {
  return { messageId, added: JSON.parse(added) as string[], removed: JSON.parse(removed) as string[] };
}

function toItem(row: ActionRow, changes: readonly LocalChange[]): OutboxItem {
  return {
    id: row.id,
    kind: row.kind,
    messageRowIds: changes.map(({ messageId }) => messageId),
    state: row.state,
    createdAt: row.created_at,
    undoUntil: row.undo_until,
    outcome: row.outcome,
    ...(row.error === null ? {} : { error: JSON.parse(row.error) as AppErrorData }),
  };
}

function toStep(row: StepRow): Step {
  return {
    id: row.id,
    messageIds: JSON.parse(row.message_ids) as MessageRowId[],
    state: row.state,
    plan: JSON.parse(row.plan) as Plan,
    ...(row.account_id === null ? {} : { accountId: row.account_id }),
    ...(row.draft_id === null ? {} : { draftId: row.draft_id }),
    ...(row.sent_gmail_id === null ? {} : { sentGmailId: row.sent_gmail_id }),
    outcome: row.outcome,
    ...(row.error === null ? {} : { error: JSON.parse(row.error) as AppErrorData }),
  };
}
