/** Everybody known by a moment: the record as it was then. */
import type { KnownPerson } from '#core/contract/views.ts';
import { UNKNOWN_OWNER } from '#core/mail/owner.ts';
import { createCorrespondence } from '#core/relationship/create-correspondence.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import type { ReadableDb } from '#main/store/database.ts';
import { listJudgements } from '#main/store/judgements.ts';
import { listPersonWords } from '#main/store/person-words.ts';
import { listProbes } from '#main/store/probes.ts';
import { getSetting } from '#main/store/settings.ts';
import { listTriageMessages } from '#main/store/triage-messages.ts';

const BATCH = 1000;

/** Replays the mail up to a moment; about a second for 30,000 messages. */
export function listPeople(db: ReadableDb, asOf: number): readonly KnownPerson[] {
  const correspondence = createCorrespondence(
    getSetting(db, 'owner') ?? UNKNOWN_OWNER,
    listJudgements(db),
    listPersonWords(db),
    undefined,
    listProbes(db),
  );
  for (let after = 0; ;) {
    const batch = listTriageMessages(db, after, BATCH);
    for (const { message, assessment } of batch) {
      if (message.receivedAt > asOf) continue;
      const labels = assessment === null ? [] : (JSON.parse(assessment) as Assessment).labels;
      correspondence.observe(message, labels);
    }
    const last = batch.at(-1);
    if (!last || last.message.receivedAt > asOf) break;
    after = last.message.id;
  }
  return correspondence.people(asOf).map(({ strength, ...person }) => {
    const { name, addresses, receivedCount, sentCount, firstReceivedAt, lastReceivedAt, firstSentAt, lastSentAt } =
      person;
    return {
      name,
      addresses,
      strength: Math.round(strength.value * 100) / 100,
      contributions: strength.contributions,
      likelyToAnswer: strength.likelyToAnswer,
      receivedCount,
      sentCount,
      ...(firstReceivedAt === undefined ? {} : { firstReceivedAt }),
      ...(lastReceivedAt === undefined ? {} : { lastReceivedAt }),
      ...(firstSentAt === undefined ? {} : { firstSentAt }),
      ...(lastSentAt === undefined ? {} : { lastSentAt }),
      joins: person.joins.map(({ text, messageIds }) => ({ text, messageIds })),
    };
  });
}
