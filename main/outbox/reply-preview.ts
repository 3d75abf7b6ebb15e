/** The reply that a key would send, before it is pressed. */
import { composeReply } from '#core/boundary/compose-reply.ts';
import type { ReplyKind, Tone } from '#core/boundary/kinds.ts';
import { AppError } from '#core/contract/app-error.ts';
import type { ReplyDraft } from '#core/contract/views.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Owner } from '#core/mail/owner.ts';
import { getAssessment } from '#main/store/assessments.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';
import { earlierReplies, earlierWith } from './plan-action.ts';

/** Throws `not-found`; a reply that must not be sent is shown with its refusal. */
export function previewReply(
  db: ReadableDb,
  asked: { readonly id: MessageRowId; readonly kind: ReplyKind; readonly tone?: Tone | undefined },
  owner: Owner,
  now: number,
): ReplyDraft {
  const original = getTriageMessage(db, asked.id);
  if (!original) {
    throw new AppError({
      kind: 'not-found',
      message: 'This message is no longer there.',
      cure: 'It was deleted in Gmail; nothing is left to answer.',
    });
  }
  const { to, tone, subject, body, refusal, warnings } = composeReply({
    original,
    owner,
    kind: asked.kind,
    tone: asked.tone,
    verdict: getAssessment(db, asked.id),
    earlier: earlierReplies(earlierWith({ db, now }, original.from)),
    now,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    messageRowId: asked.id,
    kind: asked.kind,
    tone,
    to,
    subject,
    body,
    ...(refusal === undefined ? {} : { refusal }),
    warnings,
  };
}
