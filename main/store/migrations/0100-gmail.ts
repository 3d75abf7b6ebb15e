/** Connected Gmail accounts: where their sync stands, and what it still has to fetch. */
import type { Migration } from './migration.ts';

export const gmailSchema: Migration = {
  version: 100,
  up(db) {
    db.exec(`
      CREATE TABLE gmail_accounts (
        account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        -- name of the sign-in in the system's keychain
        keychain_name TEXT NOT NULL,
        read_only INTEGER NOT NULL CHECK (read_only IN (0, 1)),
        paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
        -- a uint64 in decimal: every change up to it has been taken over; NULL before the first look
        history_id TEXT,
        -- what the first sync does next
        phase TEXT NOT NULL DEFAULT 'inbox' CHECK (phase IN ('inbox', 'senders', 'sent', 'all', 'labels', 'fetch', 'done')),
        -- where a listing goes on within the phase
        page_token TEXT
      ) STRICT;

      -- Messages that Gmail has and the store has not, the most useful first
      CREATE TABLE gmail_wanted (
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        gmail_id TEXT NOT NULL,
        rank INTEGER NOT NULL,
        -- order of listing: newest first
        position INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        -- why the last attempt failed, in words
        error TEXT,
        PRIMARY KEY (account_id, gmail_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX gmail_wanted_in_order ON gmail_wanted (account_id, rank, position);

      -- Gmail ids of messages that the store has under another one: two deliveries of the same message
      CREATE TABLE gmail_copies (
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        gmail_id TEXT NOT NULL,
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        PRIMARY KEY (account_id, gmail_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX gmail_copies_by_message ON gmail_copies (message_id);
    `);
  },
};
