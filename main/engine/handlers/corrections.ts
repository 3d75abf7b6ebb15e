/** The user's word on labels: what it would change, giving it, and taking it back. */
import { AppError } from '#core/contract/app-error.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { type CorrectedLabel, type CorrectionScope, isSayable } from '#core/triage/corrections.ts';
import { applyLabelWords } from '#main/store/assessments.ts';
import { deleteCorrection, insertCorrection, listCorrections, listCorrectionTargets } from '#main/store/corrections.ts';
import { inTransaction, type ReadableDb } from '#main/store/database.ts';
import { getSetting } from '#main/store/settings.ts';
import { listAffected } from '#main/store/triage-messages.ts';
import { foresee } from '../foresee.ts';
import { cancelledError } from '../jobs.ts';
import { readUsersWords } from '../users-words.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';
import type { ReadHandlers } from './reads.ts';

interface Wanted {
  readonly scope: CorrectionScope;
  readonly label: CorrectedLabel;
  readonly says: 'is' | 'not' | 'nothing';
}

export const correctionsFeature = {
  handlers: {
    'correction.apply'({ id, ...wanted }, { db, emit, now, triage }) {
      const message = id as MessageRowId;
      check(db, message, wanted);
      const decision = inTransaction(db, () => {
        const inserted = insertCorrection(db, message, wanted, now());
        // Shown now; judging everything again draws the conclusions.
        const users = readUsersWords(db);
        for (const affected of listAffected(db, message, wanted.scope))
          applyLabelWords(db, affected.id, users.labels(affected));
        triage.judgementsChanged();
        return inserted;
      });
      if (decision === undefined) throw notThere();
      emit({ type: 'queue-changed' });
      return { decision };
    },
    'correction.undo'({ decision }, { db, emit, triage }) {
      inTransaction(db, () => {
        if (!deleteCorrection(db, decision)) throw notThere();
        triage.judgementsChanged();
      });
      emit({ type: 'queue-changed' });
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'correction.apply' | 'correction.undo'>>;

/** Tickets of previews under way; true where they are to stop. */
const underWay = new Map<string, boolean>();

/** Served by the reader thread. */
export const correctionReads = {
  async 'correction.foresee'({ id, ticket, ...wanted }, { db, emit }) {
    const message = id as MessageRowId;
    check(db, message, wanted);
    underWay.set(ticket, false);
    const stopped = (): boolean => underWay.get(ticket) === true;
    try {
      const foreseen = await foresee({
        db,
        owner: getSetting(db, 'owner') ?? UNKNOWN_OWNER,
        corrections: listCorrections(db, { id: message, ...wanted }),
        id: message,
        giveWay: async () => await new Promise((resolve) => setImmediate(resolve)),
        stopped,
        progress: (done, total) => emit({ type: 'foreseeing', ticket, done, total }),
      });
      if (stopped()) throw cancelledError();
      return foreseen;
    } finally {
      underWay.delete(ticket);
    }
  },
  'correction.stopForeseeing'({ ticket }) {
    if (underWay.has(ticket)) underWay.set(ticket, true);
    return null;
  },
} satisfies Pick<ReadHandlers, 'correction.foresee' | 'correction.stopForeseeing'>;

function check(db: ReadableDb, id: MessageRowId, { scope, label, says }: Wanted): void {
  if (says !== 'nothing' && !isSayable({ scope, label, is: says === 'is' }))
    throw new AppError({
      kind: 'invalid-input',
      message: 'That cannot be said of a message.',
      cure: 'Choose one of the labels that are offered.',
    });
  if (listCorrectionTargets(db, id, scope).length === 0) throw notThere();
}

function notThere(): AppError {
  return new AppError({
    kind: 'not-found',
    message: 'There is nothing here that could be corrected.',
    cure: 'Open the message again; it may have gone.',
  });
}
