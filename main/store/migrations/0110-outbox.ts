/** The journal of what the user did, on its way to Gmail, and the ledger of boundaries. */
import type { Migration } from './migration.ts';

export const outboxSchema: Migration = {
  version: 110,
  up(db) {
    db.exec(`
      -- One key press, on one or more messages
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('undoable', 'waiting', 'sending', 'done', 'failed', 'undone')),
        created_at INTEGER NOT NULL,
        undo_until INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        error TEXT -- JSON AppErrorData
      ) STRICT;
      CREATE INDEX outbox_open ON outbox (id) WHERE state IN ('undoable', 'waiting', 'sending');

      -- The messages of an action and what it changed on them here, to be taken back by undo
      CREATE TABLE outbox_messages (
        outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        message_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        added TEXT NOT NULL, -- JSON, labels that were not there before
        removed TEXT NOT NULL, -- JSON, labels that were there before
        PRIMARY KEY (outbox_id, message_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX outbox_messages_by_message ON outbox_messages (message_id);

      -- What has to be done elsewhere, in this order. Each change of state is a transaction of its own
      CREATE TABLE outbox_steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        outbox_id INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
        -- the messages that it is about, JSON
        message_ids TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'drafting', 'drafted', 'sending', 'unknown', 'done', 'failed')),
        plan TEXT NOT NULL, -- JSON Plan
        -- letters only
        account_id INTEGER,
        draft_id TEXT,
        sent_gmail_id TEXT,
        outcome TEXT NOT NULL DEFAULT '',
        error TEXT -- JSON AppErrorData
      ) STRICT;
      CREATE INDEX outbox_steps_by_outbox ON outbox_steps (outbox_id);
      CREATE INDEX outbox_steps_by_sent ON outbox_steps (sent_gmail_id) WHERE sent_gmail_id IS NOT NULL;

      -- The boundary ledger: what was asked of whom. Whether it was kept follows from the mail that came since
      CREATE TABLE boundaries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address_key TEXT NOT NULL,
        address TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'set', 'forgiven')),
        set_at INTEGER NOT NULL,
        -- the message that it answers or was about
        message_id INTEGER NOT NULL,
        outbox_id INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
        -- the owner's reply, where it was found in the mail
        sent_message_id INTEGER
      ) STRICT;
      CREATE INDEX boundaries_by_address ON boundaries (address_key);
      CREATE INDEX boundaries_by_message ON boundaries (message_id);
      CREATE UNIQUE INDEX boundaries_by_sent ON boundaries (sent_message_id) WHERE sent_message_id IS NOT NULL;
    `);
  },
};
