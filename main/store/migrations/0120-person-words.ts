/** What the user said of who is who: addresses joined into one person by hand, and addresses taken out of one. */
import type { Migration } from './migration.ts';

export const personWordsSchema: Migration = {
  version: 120,
  up(db) {
    db.exec(`
      -- By mailbox key, so that it outlives the mail it was said on. The latest word on two addresses counts, unless it was
      -- taken back: then what was said before counts again
      CREATE TABLE person_words (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        -- each of these and each of those are one person, or two
        word TEXT NOT NULL CHECK (word IN ('same', 'other')),
        these TEXT NOT NULL, -- JSON, mailbox keys of the person that was looked at, or of the address taken out of it
        those TEXT NOT NULL, -- JSON, mailbox keys of the other person, or of what the address was taken out of
        said_at INTEGER NOT NULL,
        taken_back_at INTEGER
      ) STRICT;
    `);
  },
};
