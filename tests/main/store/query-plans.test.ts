import { describe, expect, it } from 'vitest';
import type { ReadableDb } from '#main/store/database.ts';
import { getCoverage } from '#main/store/coverage.ts';
import { listWithPerson, countWithPerson, listByMessageIds, listThread } from '#main/store/message-summaries.ts';
import { getMessage, listKnownGmailIds } from '#main/store/messages.ts';
import { listPictures } from '#main/store/pictures.ts';
import { getSender } from '#main/store/senders.ts';
import { listTriageMessages } from '#main/store/triage-messages.ts';
import { aMessage, aSentMessage } from '#tests/helpers/builders.ts';
import { stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

/** The plans of every statement that `work` prepares, one line a step. */
function plansOf(db: ReadableDb, work: () => void): readonly string[] {
  const prepared: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = (sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  };
  try {
    work();
  } finally {
    db.prepare = prepare;
  }
  return prepared.flatMap((sql) => {
    const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`);
    // Plans do not depend on the values; parameters that are not given are NULL.
    const explained = (steps as unknown as { bind?: unknown; all: (...values: unknown[]) => { detail: string }[] }).all(
      ...(sql.includes('@personId')
        ? [{ personId: 1 }]
        : Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 1)),
    );
    return explained.map(({ detail }) => detail);
  });
}

/** A walk over a whole table, but for small ones, and for counting, which only adds up the sizes of index pages. */
const WHOLE_TABLE = /^SCAN (?!l |accounts|person_words|\(|wanted|CONSTANT ROW|messages USING COVERING INDEX)/;

describe('the queries of a page', () => {
  it.each<readonly [string, (db: ReadableDb, id: never) => void]>([
    ['a message with its thread', (db, id) => void getMessage(db, id, () => [])],
    ['a message’s pictures', (db, id) => void listPictures(db, id)],
    ['a thread', (db) => void listThread(db, 1 as never)],
    ['messages by Message-ID', (db) => void listByMessageIds(db, ['<a@b>'])],
    ['mail with a person', (db) => void listWithPerson(db, 1 as never, 200)],
    ['how much mail with a person', (db) => void countWithPerson(db, 1 as never)],
    ['a sender', (db) => void getSender(db, 1 as never, () => [])],
    ['known Gmail ids', (db) => void listKnownGmailIds(db, ['18f'])],
    ['messages to be judged', (db) => void listTriageMessages(db, 0, 100)],
  ])('%s: walks over no table', (_, query) => {
    const { db } = aStore();
    const [id = 0 as never] = stored(db, [aMessage(), aSentMessage()]);
    const plans = plansOf(db, () => query(db, id as never));
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((step) => WHOLE_TABLE.test(step))).toEqual([]);
  });

  it('mail with a person comes in date order from the index', () => {
    const { db } = aStore();
    stored(db, [aMessage(), aSentMessage()]);
    const plans = plansOf(db, () => void listWithPerson(db, 1 as never, 200));
    expect(plans).toContain('SEARCH m USING INDEX messages_by_sender (address_id=?)');
    expect(plans).toContain('SEARCH r USING PRIMARY KEY (address_id=?)');
    expect(plans.join()).not.toMatch(/TEMP B-TREE/);
  });

  it('how far the record goes is read off both ends of an index', () => {
    const { db } = aStore();
    stored(db, [aMessage(), aSentMessage()]);
    const plans = plansOf(db, () => void getCoverage(db));
    expect(plans.join()).toContain('messages_sent');
    expect(plans.join()).not.toMatch(/TEMP B-TREE/);
  });
});
