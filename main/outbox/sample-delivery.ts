/** Actions on the sample mailbox: the same states in the same order, and nothing leaves this computer. */
import type { WritableDb } from '#main/store/database.ts';
import { moveStep, type Step } from '#main/store/outbox.ts';

const SAMPLE_OUTCOME = 'Sample: nothing left this computer';

export function carryOutSample(step: Step, db: WritableDb): void {
  if (step.plan.type === 'letter') {
    moveStep(db, step.id, { state: 'drafting' });
    moveStep(db, step.id, { state: 'drafted', draftId: `sample-${step.id}` });
    moveStep(db, step.id, { state: 'sending' });
  }
  moveStep(db, step.id, { state: 'done', outcome: SAMPLE_OUTCOME });
}
