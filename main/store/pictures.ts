/** Pictures that messages bring for their own HTML. A logo under a thousand letters is stored once. */
import type { MessageRowId, Picture } from '#core/mail/message.ts';
import { type ReadableDb, statement, type WritableDb } from './database.ts';

/** A picture ready to be stored. */
export interface PreparedPicture extends Picture {
  /** 16 bytes: the same for the same octets. */
  readonly hash: Uint8Array;
}

/** Belongs in the transaction that stores the message; the same pictures again change nothing. */
export function insertPictures(db: WritableDb, id: MessageRowId, pictures: readonly PreparedPicture[]): void {
  for (const { contentId, type, bytes, hash } of pictures) {
    statement<[Uint8Array, string, Uint8Array]>(
      db,
      'INSERT INTO pictures (hash, type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(hash, type, bytes);
    statement<[number, string, Uint8Array]>(
      db,
      `INSERT INTO message_pictures (message_id, content_id, picture_id)
        VALUES (?, ?, (SELECT id FROM pictures WHERE hash = ?)) ON CONFLICT DO NOTHING`,
    ).run(id, contentId, hash);
  }
}

export function listPictures(db: ReadableDb, id: MessageRowId): readonly Picture[] {
  return statement<[number], Picture>(
    db,
    `SELECT mp.content_id AS contentId, p.type, p.bytes FROM message_pictures mp JOIN pictures p ON p.id = mp.picture_id
      WHERE mp.message_id = ?`,
  ).all(id);
}
