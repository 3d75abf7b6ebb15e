import { describe, expect, it } from 'vitest';
import type { MessageRowId } from '#core/mail/message.ts';
import type { Assessment } from '#core/triage/vocabulary.ts';
import { deleteAssessment, upsertAssessment } from '#main/store/assessments.ts';
import type { WritableDb } from '#main/store/database.ts';
import { changeLabels } from '#main/store/labels.ts';
import { listJudged, listQueue, pageSql } from '#main/store/queue.ts';
import { aMessage, anAssessment, START_AT } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

/** Received messages with these verdicts, a minute apart. */
function judged(db: WritableDb, verdicts: readonly Partial<Assessment>[]): readonly MessageRowId[] {
  const ids = stored(
    db,
    verdicts.map((_, index) => aMessage({ subject: `m${index}`, receivedAt: START_AT + index * 60_000 })),
  );
  for (const [index, verdict] of verdicts.entries()) {
    const id = ids[index];
    if (id !== undefined) upsertAssessment(db, id, anAssessment(verdict));
  }
  return ids;
}

function subjects(db: WritableDb, place: Partial<Parameters<typeof listQueue>[1]> = {}): readonly string[] {
  return listQueue(db, { all: false, limit: 100, ...place }).items.map(({ subject }) => subject);
}

describe('listQueue', () => {
  it('puts the best relationship first, then strength, then the latest', () => {
    const { db } = aStore();
    judged(db, [
      { lane: 'bulk' },
      { lane: 'known', strength: 60 },
      { lane: 'stranger', strength: 0 },
      { lane: 'known', strength: 80 },
      { lane: 'acquaintance', strength: 90 },
      { lane: 'stranger', strength: 0 },
    ]);
    expect(subjects(db)).toEqual(['m3', 'm1', 'm4', 'm5', 'm2', 'm0']);
  });

  it('never hides codes, receipts and appointments below strangers', () => {
    const { db } = aStore();
    judged(db, [
      { lane: 'stranger', strength: 30, labels: ['cold-outreach'] },
      { lane: 'automated', labels: ['security'] },
      { lane: 'automated' },
      { lane: 'bulk', labels: ['transactional'] },
    ]);
    expect(subjects(db)).toEqual(['m3', 'm1', 'm0', 'm2']);
    expect(subjects(db, { lane: 'automated' })).toEqual(['m1', 'm2']);
  });

  it('gives every message once, page after page, also where many are equal', () => {
    const { db } = aStore();
    const lanes = ['known', 'stranger', 'bulk'] as const;
    judged(
      db,
      Array.from({ length: 50 }, (_, index) => ({ lane: lanes[index % 3] ?? 'known', strength: index % 4 })),
    );
    const whole = subjects(db);
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = listQueue(db, { all: false, limit: 7, cursor });
      paged.push(...page.items.map(({ subject }) => subject));
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    expect(whole).toHaveLength(50);
    expect(paged).toEqual(whole);
  });

  it('counts by lane, and goes on counting right as mail is archived, judged again and deleted', () => {
    const { db } = aStore();
    const [first = 0 as never, second = 0 as never, third = 0 as never] = judged(db, [
      { lane: 'known' },
      { lane: 'known' },
      { lane: 'bulk' },
    ]);
    const counts = (all: boolean): unknown => {
      const { known, bulk, stranger } = listQueue(db, { all, limit: 1 }).counts;
      return { known, bulk, stranger };
    };
    expect(counts(false)).toEqual({ known: 2, bulk: 1, stranger: 0 });
    changeLabels(db, [first], { remove: ['INBOX'] });
    expect(counts(false)).toEqual({ known: 1, bulk: 1, stranger: 0 });
    expect(counts(true)).toEqual({ known: 2, bulk: 1, stranger: 0 });
    upsertAssessment(db, second, anAssessment({ lane: 'stranger' }));
    expect(counts(false)).toEqual({ known: 0, bulk: 1, stranger: 1 });
    deleteAssessment(db, third);
    expect(counts(true)).toEqual({ known: 1, bulk: 0, stranger: 1 });
    db.prepare('DELETE FROM messages WHERE id IN (?, ?)').run(first, second);
    expect(counts(true)).toEqual({ known: 0, bulk: 0, stranger: 0 });
  });

  it('leaves out spam, trash and what is archived, but for all received mail', () => {
    const { db } = aStore();
    const [spam = 0 as never, archived = 0 as never] = judged(db, [{ lane: 'bulk' }, { lane: 'bulk' }]);
    changeLabels(db, [spam], { add: ['SPAM'] });
    changeLabels(db, [archived], { remove: ['INBOX'] });
    expect(subjects(db)).toEqual([]);
    expect(subjects(db, { all: true })).toEqual(['m1', 'm0']);
  });

  it.each([true, false])('reads a stretch of an index, without sorting (all: %s)', (all) => {
    const { db } = aStore();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${pageSql(all)}`).all(1, 1, 1, 1) as { detail: string }[];
    const details = plan.map(({ detail }) => detail);
    expect(details[0]).toMatch(/^SEARCH m USING INDEX (queue|judged)_by_place \(tier=\?/);
    expect(details.join()).not.toMatch(/TEMP B-TREE|SCAN/);
  });
});

describe('listJudged', () => {
  it('gives everything that is said about a message', () => {
    const { db } = aStore();
    const verdict = anAssessment({ lane: 'stranger', facts: { nagCount: 3 }, labels: ['nagging'] });
    judged(db, [verdict]);
    expect(listJudged(db, { all: true, limit: 5 }).items).toMatchObject([{ ...verdict, subject: 'm0' }]);
  });
});
