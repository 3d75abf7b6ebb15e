/** Pictures that messages bring for their own HTML, each once. */
import type { Migration } from './migration.ts';

export const picturesSchema: Migration = {
  version: 160,
  up(db) {
    db.exec(`
      CREATE TABLE pictures (
        id INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE,
        type TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE message_pictures (
        message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        content_id TEXT NOT NULL,
        picture_id INTEGER NOT NULL REFERENCES pictures (id),
        PRIMARY KEY (message_id, content_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX message_pictures_by_picture ON message_pictures (picture_id);

      CREATE TRIGGER forget_picture AFTER DELETE ON message_pictures
      WHEN NOT EXISTS (SELECT 1 FROM message_pictures WHERE picture_id = old.picture_id)
      BEGIN
        DELETE FROM pictures WHERE id = old.picture_id;
      END;
    `);
  },
};
