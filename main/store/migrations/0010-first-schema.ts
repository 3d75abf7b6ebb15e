/**
 * Messages, the people behind them, what was read out of them and what was judged.
 *
 * Row ids of messages grow with `received_at` (see `message-id.ts`), so every index below ends in date order by itself.
 */
import type { Migration } from './migration.ts';

export const firstSchema: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL -- JSON
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('gmail', 'import', 'sample')),
        address TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'syncing', 'offline', 'reconnect', 'read-only')),
        message_count INTEGER NOT NULL DEFAULT 0,
        -- 0 while older mail is still being brought
        complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
        created_at INTEGER NOT NULL,
        last_sync_at INTEGER,
        error TEXT, -- JSON AppErrorData
        UNIQUE (kind, address)
      ) STRICT;

      CREATE TABLE people (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        -- 0-100 as of refreshed_at
        strength INTEGER NOT NULL DEFAULT 0,
        record TEXT, -- JSON StoredRecord; NULL until triage has come by
        refreshed_at INTEGER
      ) STRICT;

      CREATE TABLE addresses (
        id INTEGER PRIMARY KEY,
        -- mailboxKey(address)
        key TEXT NOT NULL UNIQUE,
        -- as last written
        address TEXT NOT NULL,
        name TEXT NOT NULL,
        person_id INTEGER NOT NULL REFERENCES people (id)
      ) STRICT;
      CREATE INDEX addresses_by_person ON addresses (person_id);

      CREATE TABLE threads (
        id INTEGER PRIMARY KEY,
        gmail_thread_id TEXT UNIQUE
      ) STRICT;

      -- Message-IDs that belong to a thread, seen or only referred to
      CREATE TABLE thread_keys (
        key INTEGER PRIMARY KEY, -- first 52 bits of a hash
        thread_id INTEGER NOT NULL REFERENCES threads (id)
      ) STRICT;

      CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL,
        fingerprint BLOB NOT NULL UNIQUE,
        thread_id INTEGER NOT NULL REFERENCES threads (id),
        -- From
        address_id INTEGER NOT NULL REFERENCES addresses (id),
        from_address TEXT NOT NULL,
        from_name TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('received', 'sent')),
        received_at INTEGER NOT NULL,
        subject TEXT NOT NULL,
        -- hash of the bare subject; NULL where references or Gmail say which thread it is
        subject_key INTEGER,
        is_reply INTEGER NOT NULL CHECK (is_reply IN (0, 1)),
        snippet TEXT NOT NULL,
        attachment_count INTEGER NOT NULL,
        labels TEXT NOT NULL, -- JSON, Gmail label ids
        in_inbox INTEGER NOT NULL CHECK (in_inbox IN (0, 1)),
        unread INTEGER NOT NULL CHECK (unread IN (0, 1)),
        -- NULL until judged, and on sent messages
        lane TEXT CHECK (lane IN ('known', 'acquaintance', 'stranger', 'bulk', 'automated')),
        -- place in the queue: lower comes first, then strength, then date
        tier INTEGER,
        strength INTEGER
      ) STRICT;
      CREATE INDEX messages_by_message_id ON messages (message_id);
      CREATE INDEX messages_by_thread ON messages (thread_id);
      CREATE INDEX messages_by_sender ON messages (address_id);
      CREATE INDEX messages_by_subject ON messages (subject_key) WHERE subject_key IS NOT NULL;
      CREATE INDEX messages_sent ON messages (id) WHERE direction = 'sent';
      CREATE INDEX queue_by_place ON messages (tier, strength DESC, id DESC) WHERE in_inbox = 1 AND tier IS NOT NULL;
      CREATE INDEX judged_by_place ON messages (tier, strength DESC, id DESC) WHERE tier IS NOT NULL;

      -- To, Cc and Bcc of sent messages
      CREATE TABLE recipients (
        address_id INTEGER NOT NULL REFERENCES addresses (id),
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        PRIMARY KEY (address_id, message_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX recipients_by_message ON recipients (message_id);

      -- Where a message came from; the same one may come from several accounts
      CREATE TABLE sources (
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        account_id INTEGER NOT NULL REFERENCES accounts (id),
        gmail_id TEXT,
        PRIMARY KEY (message_id, account_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sources_by_gmail_id ON sources (gmail_id) WHERE gmail_id IS NOT NULL;

      -- What neither lists nor the queue show
      CREATE TABLE envelopes (
        message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
        envelope TEXT NOT NULL -- JSON Envelope
      ) STRICT;

      CREATE TABLE bodies (
        message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
        body BLOB NOT NULL -- see packed-body.ts
      ) STRICT;

      CREATE TABLE signals (
        message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        signals TEXT NOT NULL -- JSON Signals
      ) STRICT;

      CREATE TABLE assessments (
        message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
        assessment TEXT NOT NULL -- JSON Assessment
      ) STRICT;

      -- Kept up by the triggers below, so that the head of the queue costs nothing to show
      CREATE TABLE queue_counts (
        lane TEXT PRIMARY KEY,
        inbox INTEGER NOT NULL,
        total INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO queue_counts (lane, inbox, total)
        VALUES ('known', 0, 0), ('acquaintance', 0, 0), ('stranger', 0, 0), ('bulk', 0, 0), ('automated', 0, 0);

      CREATE TRIGGER count_judged AFTER UPDATE OF lane, in_inbox ON messages
      WHEN old.lane IS NOT new.lane OR old.in_inbox IS NOT new.in_inbox
      BEGIN
        UPDATE queue_counts SET inbox = inbox - old.in_inbox, total = total - 1 WHERE lane = old.lane;
        UPDATE queue_counts SET inbox = inbox + new.in_inbox, total = total + 1 WHERE lane = new.lane;
      END;
      CREATE TRIGGER forget_deleted AFTER DELETE ON messages
      BEGIN
        UPDATE queue_counts SET inbox = inbox - old.in_inbox, total = total - 1 WHERE lane = old.lane;
        DELETE FROM message_search WHERE rowid = old.id;
      END;

      -- The user's word on a person, by mailbox key: it outlives the mail it was given on
      CREATE TABLE judgements (
        address_key TEXT PRIMARY KEY,
        verdict TEXT NOT NULL CHECK (verdict IN ('known', 'stranger')),
        decided_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('import', 'sync', 'triage')),
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled', 'failed')),
        started_at INTEGER NOT NULL,
        view TEXT NOT NULL -- JSON JobView
      ) STRICT;

      -- How far each file has been imported, so that a killed import goes on
      CREATE TABLE import_files (
        path TEXT NOT NULL,
        -- changes when the file is another one or was rewritten
        identity TEXT NOT NULL,
        -- bytes read and stored
        offset INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'done')),
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (path)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE import_defects (
        id INTEGER PRIMARY KEY,
        job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        offset INTEGER NOT NULL,
        message_id TEXT NOT NULL,
        defects TEXT NOT NULL -- JSON
      ) STRICT;
      CREATE INDEX import_defects_by_job ON import_defects (job_id, id);

      CREATE VIRTUAL TABLE message_search USING fts5 (
        subject, sender, recipients, text,
        content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
      );
      -- A batch of messages is one write to the index instead of several; segments are joined later and fewer at a time.
      INSERT INTO message_search (message_search, rank) VALUES ('hashsize', 16777216), ('automerge', 8);
    `);
  },
};
