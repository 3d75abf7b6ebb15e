/** The user's word on a person: it wins over every score, at once and for ever. */
import { AppError } from '#core/contract/app-error.ts';
import type { PersonId } from '#core/mail/message.ts';
import { getPersonIdByKey } from '#main/store/addresses.ts';
import { getPerson } from '#main/store/people.ts';
import { judgePerson, sayOfAddresses } from '#main/store/judgements.ts';
import { applyUsersWord } from '#main/store/assessments.ts';
import { inTransaction } from '#main/store/database.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';

export const judgingFeature = {
  handlers: {
    'person.judge'({ personId, verdict }, { db, emit, now, triage }) {
      const id = personId as PersonId;
      if (!getPerson(db, id)) {
        throw new AppError({
          kind: 'not-found',
          message: 'There is no such person any more.',
          cure: 'Open the sender again.',
        });
      }
      const before = inTransaction(db, () => {
        const said = judgePerson(db, id, verdict, now());
        // Shown now; judging everything again confirms it, reasons and later verdicts included.
        if (verdict !== null) applyUsersWord(db, id, verdict);
        triage.judgementsChanged();
        return said;
      });
      emit({ type: 'queue-changed' });
      return before;
    },
    'person.unjudge'({ before }, { db, emit, triage }) {
      inTransaction(db, () => {
        sayOfAddresses(db, before);
        for (const { address, verdict } of before) {
          const personId = getPersonIdByKey(db, address);
          if (personId !== undefined && verdict !== null) applyUsersWord(db, personId, verdict);
        }
        triage.judgementsChanged();
      });
      emit({ type: 'queue-changed' });
      return null;
    },
  },
} satisfies WriterFeature<Pick<WriteHandlers, 'person.judge' | 'person.unjudge'>>;
