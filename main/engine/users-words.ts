/** All that the user ever said of labels, from the store, in the form in which judging asks for it. */
import { mailboxKey } from '#core/mail/address.ts';
import type { MessageRowId } from '#core/mail/message.ts';
import { isTaught, learnFrom, type Lesson } from '#core/outreach/model/adaptation.ts';
import { type Correction, NO_WORDS, wordsOn } from '#core/triage/corrections.ts';
import type { UsersWords } from '#core/triage/judge-message.ts';
import { listCorrections, type StoredCorrection } from '#main/store/corrections.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { getTriageMessage } from '#main/store/triage-messages.ts';

/** `corrections` are others than the stored ones where something is only tried out. */
export function readUsersWords(
  db: ReadableDb,
  corrections: readonly StoredCorrection[] = listCorrections(db),
): UsersWords {
  const bySender = Map.groupBy(corrections, ({ addressKey }) => addressKey);
  const byThread = Map.groupBy(corrections, ({ scope, threadId }) => (scope === 'thread' ? threadId : undefined));
  const byMessage = Map.groupBy(corrections, ({ scope, messageRowId }) =>
    scope === 'message' ? messageRowId : undefined,
  );
  const order = new Map<Correction, number>(corrections.map((correction, index) => [correction, index]));
  return {
    labels({ id, threadId, from }) {
      if (corrections.length === 0) return NO_WORDS;
      const said = [
        ...(from.address === '' ? [] : (bySender.get(mailboxKey(from.address)) ?? [])),
        ...(byThread.get(threadId) ?? []),
        ...(byMessage.get(id) ?? []),
      ];
      if (said.length === 0) return NO_WORDS;
      return wordsOn(said.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
    },
    adaptation: learnFrom(lessonsOf(db, corrections)),
  };
}

/** Words on single messages teach; those on senders and threads say nothing about other mail. */
function lessonsOf(db: ReadableDb, corrections: readonly StoredCorrection[]): readonly Lesson[] {
  return corrections.flatMap(({ scope, label, is, messageRowId }) => {
    if (scope !== 'message' || messageRowId === undefined || !isTaught(label)) return [];
    const message = getTriageMessage(db, messageRowId satisfies MessageRowId);
    if (!message) return [];
    return [
      { label, is, messageId: message.messageId, from: mailboxKey(message.from.address), signals: message.signals },
    ];
  });
}
