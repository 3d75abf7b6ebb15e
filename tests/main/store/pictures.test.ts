import { describe, expect, it } from 'vitest';
import type { MessageRowId, Picture } from '#core/mail/message.ts';
import { deleteFromAccount } from '#main/store/delete-messages.ts';
import { listPictures } from '#main/store/pictures.ts';
import { aMessage } from '#tests/helpers/builders.ts';
import { RED_PNG } from '#tests/helpers/pictures.ts';
import { anAccount, stored } from '#tests/helpers/stored.ts';
import { aStore } from '#tests/helpers/test-store.ts';

const logo: Picture = { contentId: 'logo@x', type: 'image/png', bytes: new Uint8Array(RED_PNG) };

describe('listPictures', () => {
  it('gives back what the message brought', () => {
    const { db } = aStore();
    const [id] = stored(db, [aMessage({ pictures: [logo] }), aMessage()]) as [MessageRowId];
    expect(listPictures(db, id)).toEqual([{ ...logo, bytes: Buffer.from(RED_PNG) }]);
  });

  it('gives them also where the message was stored without them before', () => {
    const { db } = aStore();
    const { pictures: _, ...bare } = aMessage({ pictures: [logo] });
    const [id] = stored(db, [bare], anAccount(db, 'import', 'one.mbox')) as [MessageRowId];
    stored(db, [{ ...bare, pictures: [logo] }], anAccount(db, 'import', 'two.mbox'));
    expect(listPictures(db, id).map(({ contentId }) => contentId)).toEqual(['logo@x']);
  });
});

describe('insertPictures', () => {
  it('stores one picture of many messages once, and lets it go with the last of them', () => {
    const { db } = aStore();
    const account = anAccount(db);
    const ids = stored(db, [aMessage({ pictures: [logo] }), aMessage({ pictures: [logo] })], account);
    const count = () => db.prepare('SELECT count(*) FROM pictures').pluck().get();
    expect(count()).toBe(1);
    deleteFromAccount(db, account, ids.slice(0, 1));
    expect(count()).toBe(1);
    deleteFromAccount(db, account, ids.slice(1));
    expect(count()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM message_pictures').pluck().get()).toBe(0);
  });
});
