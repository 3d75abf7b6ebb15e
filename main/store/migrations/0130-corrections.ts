/** The user's word on labels: a journal from which nothing is overwritten, so that undoing is forgetting the last line. */
import type { Migration } from './migration.ts';

export const correctionsSchema: Migration = {
  version: 130,
  up(db) {
    db.exec(`
      CREATE TABLE corrections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        -- one word of the user; several rows where it is on somebody with several addresses
        decision INTEGER NOT NULL,
        scope TEXT NOT NULL CHECK (scope IN ('message', 'thread', 'sender')),
        -- of whom: mailbox key, for a sender
        address_key TEXT,
        -- of what: the fingerprint of the message, or of one in the thread; it outlives the mail
        fingerprint BLOB,
        label TEXT NOT NULL,
        -- 'nothing': taken back
        says TEXT NOT NULL CHECK (says IN ('is', 'not', 'nothing')),
        decided_at INTEGER NOT NULL,
        CHECK ((address_key IS NULL) <> (fingerprint IS NULL)),
        CHECK ((address_key IS NOT NULL) = (scope = 'sender'))
      ) STRICT;
      CREATE INDEX corrections_by_sender ON corrections (address_key) WHERE address_key IS NOT NULL;
      CREATE INDEX corrections_by_message ON corrections (fingerprint) WHERE fingerprint IS NOT NULL;
      CREATE INDEX corrections_by_decision ON corrections (decision);
    `);
  },
};
