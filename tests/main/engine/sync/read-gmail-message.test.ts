import { describe, expect, it } from 'vitest';
import { prepareGmailMessage, readGmailMessage } from '#main/engine/sync/read-gmail-message.ts';
import { anOwner } from '#tests/helpers/builders.ts';
import { RED_PNG, relatedMail } from '#tests/helpers/pictures.ts';
import { HEADERS } from '#tests/helpers/raw-mail.ts';

describe('readGmailMessage', () => {
  it('keeps the pictures that the HTML shows, as from a file', async () => {
    const source = relatedMail(HEADERS, '<img src="cid:logo@x">', [{ contentId: 'logo@x', bytes: RED_PNG }]);
    const mail = await readGmailMessage({
      gmailId: '18f',
      gmailThreadId: '18f',
      labelIds: ['INBOX'],
      receivedAt: 1,
      bytes: new Uint8Array(Buffer.from(source)),
    });
    const pictures = mail && prepareGmailMessage(mail, ['INBOX'], anOwner()).pictures;
    expect(pictures?.map(({ contentId, type, bytes }) => [contentId, type, bytes.length])).toEqual([
      ['logo@x', 'image/png', RED_PNG.length],
    ]);
  });
});
