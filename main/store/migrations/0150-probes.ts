/** What Gmail said of letters that are not here yet (core/relationship/probe.ts). */
import type { Migration } from './migration.ts';

export const probesSchema: Migration = {
  version: 150,
  up(db) {
    db.exec(`
      CREATE TABLE probes (
        account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        address_key TEXT NOT NULL,
        sent_count INTEGER NOT NULL,
        received_count INTEGER NOT NULL,
        asked_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, address_key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
