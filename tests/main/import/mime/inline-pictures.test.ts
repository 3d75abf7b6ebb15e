import { describe, expect, it } from 'vitest';
import { readMessage } from '#main/import/mime/read-message.ts';
import { type PicturePart, RED_PNG, relatedMail } from '#tests/helpers/pictures.ts';
import { aRawMessage, HEADERS } from '#tests/helpers/raw-mail.ts';

async function read(html: string, ...pictures: readonly PicturePart[]) {
  return await readMessage(aRawMessage(relatedMail(HEADERS, html, pictures)));
}

/** Starts as a picture of this kind does, as long as wanted. */
function picture(start: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(7);
  bytes.set(Buffer.from(start, 'latin1'));
  return bytes;
}

const JPEG = '\xff\xd8\xff';
const MEGABYTE = 1024 * 1024;

describe('inlinePictures', () => {
  it('keeps what the HTML names, octet by octet, small or cut out before parsing', async () => {
    const photo = picture(JPEG, 300_001);
    const message = await read(
      '<img src="cid:logo@x"><img src=cid:photo%40x>',
      { contentId: 'logo@x', bytes: RED_PNG },
      { contentId: 'photo@x', bytes: photo, type: 'application/octet-stream' },
    );
    expect(message.pictures?.map(({ contentId, type }) => [contentId, type])).toEqual([
      ['logo@x', 'image/png'],
      ['photo@x', 'image/jpeg'],
    ]);
    expect(Buffer.from(message.pictures?.[0]?.bytes ?? []).equals(RED_PNG)).toBe(true);
    expect(Buffer.from(message.pictures?.[1]?.bytes ?? []).equals(photo)).toBe(true);
    expect(message.attachments.map(({ sizeBytes }) => sizeBytes)).toEqual([RED_PNG.length, 300_001]);
  });

  it('leaves attached pictures that the HTML does not name in the source', async () => {
    const message = await read('<p>holiday</p>', { contentId: 'photo@x', bytes: RED_PNG });
    expect(message.pictures).toBeUndefined();
    expect(message.attachments).toHaveLength(1);
  });

  it('goes by the octets: a document that calls itself a picture is none', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const message = await read(
      '<img src="cid:a"><img src="cid:b"><img src="cid:c">',
      { contentId: 'a', bytes: svg, type: 'image/svg+xml' },
      { contentId: 'b', bytes: svg, type: 'image/png' },
      { contentId: 'c', bytes: picture('BM', 500), type: 'image/png' },
    );
    expect(message.pictures).toBeUndefined();
  });

  it('keeps no picture that is too large, and not too many', async () => {
    const html = ['a', 'b', 'c', 'd'].map((id) => `<img src="cid:${id}">`).join('');
    const sizes = [2 * MEGABYTE + 1, 1.9 * MEGABYTE, 1.9 * MEGABYTE, MEGABYTE].map(Math.floor);
    const message = await read(
      html,
      ...sizes.map((size, index) => ({ contentId: 'abcd'[index] ?? '', bytes: picture(JPEG, size) })),
    );
    expect(message.pictures?.map(({ contentId }) => contentId)).toEqual(['b', 'c']);
  });

  it('takes the first of two parts with one name', async () => {
    const message = await read(
      '<img src="cid:a"><img src="cid:a">',
      { contentId: 'a', bytes: RED_PNG },
      { contentId: 'a', bytes: picture(JPEG, 100) },
    );
    expect(message.pictures?.map(({ type }) => type)).toEqual(['image/png']);
  });
});
