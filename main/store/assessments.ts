/** Verdicts on received messages. */
import type { MessageRowId, PersonId } from '#core/mail/message.ts';
import type { Verdict } from '#core/contract/views.ts';
import { type LabelWords, withLabelWords } from '#core/triage/corrections.ts';
import { queueTier } from '#core/triage/queue-tier.ts';
import { withUsersWord } from '#core/triage/users-word.ts';
import type { Assessment, Lane } from '#core/triage/vocabulary.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

export function upsertAssessment(db: WritableDb, id: MessageRowId, assessment: Assessment): void {
  statement<[number, string]>(
    db,
    `INSERT INTO assessments (message_id, assessment) VALUES (?, ?)
      ON CONFLICT (message_id) DO UPDATE SET assessment = excluded.assessment`,
  ).run(id, JSON.stringify(assessment));
  statement<[Lane, number, number, number]>(
    db,
    'UPDATE messages SET lane = ?, tier = ?, strength = ? WHERE id = ?',
  ).run(assessment.lane, queueTier(assessment), Math.round(assessment.strength), id);
}

export function deleteAssessment(db: WritableDb, id: MessageRowId): void {
  statement<[number]>(db, 'DELETE FROM assessments WHERE message_id = ?').run(id);
  statement<[number]>(db, 'UPDATE messages SET lane = NULL, tier = NULL, strength = NULL WHERE id = ?').run(id);
}

export function getAssessment(db: ReadableDb, id: MessageRowId): Assessment | undefined {
  const json = statement<[number], string>(db, 'SELECT assessment FROM assessments WHERE message_id = ?')
    .pluck()
    .get(id);
  return json === undefined ? undefined : (JSON.parse(json) as Assessment);
}

/** What the user said of a person, on all mail from the person, until judging everything again confirms it. */
export function applyUsersWord(db: WritableDb, personId: PersonId, verdict: Verdict): void {
  const ids = statement<[number], MessageRowId>(
    db,
    `SELECT m.id FROM addresses p CROSS JOIN messages m ON m.address_id = p.id
      WHERE p.person_id = ? AND m.lane IN ('known', 'acquaintance', 'stranger')`,
  );
  for (const id of ids.pluck().all(personId)) {
    const assessment = getAssessment(db, id);
    if (assessment) upsertAssessment(db, id, withUsersWord(assessment, verdict));
  }
}

/** What the user said of the labels of a message, until judging everything again confirms it. */
export function applyLabelWords(db: WritableDb, id: MessageRowId, words: LabelWords): void {
  const assessment = getAssessment(db, id);
  if (assessment) upsertAssessment(db, id, withLabelWords(assessment, words));
}
