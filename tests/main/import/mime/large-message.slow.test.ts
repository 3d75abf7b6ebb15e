import { describe, expect, it } from 'vitest';
import { readMessage } from '#main/import/mime/read-message.ts';
import { aRawMessage, HEADERS, mail } from '#tests/helpers/raw-mail.ts';

describe('readMessage of a very large message', () => {
  it('keeps the start of a body of 50 MB', async () => {
    const message = await readMessage(aRawMessage(mail('a line of words\n'.repeat(3_000_000))));
    expect(message.text.startsWith('a line of words\n')).toBe(true);
    expect(message.text.length).toBeLessThanOrEqual(2_000_000);
    expect(message.sizeBytes).toBeGreaterThan(50_000_000);
    expect(message.defects[0]).toMatch(/more than 6 MB of text/);
  });

  it('keeps the start of 10 MB of HTML', async () => {
    const html = '<p>some <b>words</b> here</p>\n'.repeat(400_000);
    const message = await readMessage(aRawMessage(mail(html, [...HEADERS, 'Content-Type: text/html'])));
    expect(message.text.startsWith('some words here\n')).toBe(true);
    expect(message.html?.length).toBeGreaterThan(5_000_000);
    expect(message.defects.join()).toMatch(/text was taken from its start only/);
  });

  it('tells the size of an attachment of 30 MB', async () => {
    const lines = `${'A'.repeat(76)}\r\n`.repeat(530_000);
    const part = `Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}`;
    const body = `--q\r\nContent-Type: text/plain\r\n\r\nhi\r\n--q\r\n${part}\r\n--q--\r\n`;
    const message = await readMessage(
      aRawMessage(mail(body, [...HEADERS, 'Content-Type: multipart/mixed; boundary=q'])),
    );
    expect(message.text).toBe('hi');
    expect(message.attachments).toEqual([
      { name: 'a.pdf', type: 'application/pdf', sizeBytes: (76 * 530_000 * 3) / 4 },
    ]);
  });

  it('reads 20,000 parts', async () => {
    const body = `${'--q\nContent-Type: text/plain\n\npart\n'.repeat(20_000)}--q--\n`;
    const message = await readMessage(
      aRawMessage(mail(body, [...HEADERS, 'Content-Type: multipart/mixed; boundary=q'])),
    );
    expect(message.text.split('part').length).toBe(20_001);
  });
});
