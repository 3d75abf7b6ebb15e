/** What the user does with messages: shown at once, undoable, then pushed. */
import { AppError } from '#core/contract/app-error.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { forgiveBoundary, listBoundaries } from '#main/store/boundaries.ts';
import { listOutboxItems } from '#main/store/outbox.ts';
import { getSetting } from '#main/store/settings.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { previewReply } from '#main/outbox/reply-preview.ts';
import { previewUnsubscribe } from '#main/outbox/unsubscribe-preview.ts';
import type { Google } from '../google/google.ts';
import type { WriteHandlers, WriterFeature } from '../writer-context.ts';
import type { ReadHandlers } from './reads.ts';

/** Older ones are history that nobody asks for. */
const ITEMS_SHOWN = 200;

export function outboxFeature(google: () => Google) {
  return {
    handlers: {
      'action.run': ({ ids, ...request }) => google().outbox.run({ ids: ids as MessageRowId[], ...request }),
      'action.undo': ({ outboxId }) => google().outbox.undo(outboxId),
      'action.retry': ({ outboxId, ...chosen }) => google().outbox.retry(outboxId, chosen),
      'message.markRead': ({ ids }) => {
        google().outbox.markRead(ids as MessageRowId[]);
        return null;
      },
      'boundary.forgive': ({ boundaryId }, { db, emit }) => {
        if (!forgiveBoundary(db, boundaryId)) {
          throw new AppError({
            kind: 'not-found',
            message: 'There is nothing to be forgiven yet.',
            cure: 'A boundary that still waits can be undone instead.',
          });
        }
        emit({ type: 'queue-changed' });
        return null;
      },
    },
  } satisfies WriterFeature<
    Pick<WriteHandlers, 'action.run' | 'action.undo' | 'action.retry' | 'message.markRead' | 'boundary.forgive'>
  >;
}

/** Served by the reader thread. */
export const outboxReads = {
  'boundary.list': (_, { db, now }) => listBoundaries(db, now()),
  'outbox.list': (_, { db }) => listOutboxItems(db, ITEMS_SHOWN),
  'reply.preview': ({ id, kind, tone }, { db, now }) =>
    previewReply(db, { id: id as MessageRowId, kind, tone }, getSetting(db, 'owner') ?? UNKNOWN_OWNER, now()),
  'unsubscribe.preview': ({ ids }, { db }) => previewUnsubscribe(db, ids as MessageRowId[]),
} satisfies Pick<ReadHandlers, 'boundary.list' | 'outbox.list' | 'reply.preview' | 'unsubscribe.preview'>;
