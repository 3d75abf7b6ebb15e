/** Groups of addresses (RFC 5322 §3.4). */
import { describe, expect, it } from 'vitest';
import { readMessage } from '#main/import/mime/read-message.ts';

async function recipientsOf(field: string): Promise<readonly { readonly name: string; readonly address: string }[]> {
  const bytes = new TextEncoder().encode(`From: Ann <ann@lee.example>\n${field}\nSubject: tea\n\nCome at four.\n`);
  const raw = { path: 'mail.eml', offset: 0, position: 0, bytes, sizeBytes: bytes.length, labels: [], defects: [] };
  return (await readMessage(raw)).to;
}

describe('readMessage', () => {
  it.each(['To: undisclosed-recipients:;', 'To: "Hidden list": ;', 'To: Destinatarios no revelados:;'])(
    'keeps the empty group of %s as one entry without an address',
    async (field) => {
      expect(await recipientsOf(field)).toEqual([expect.objectContaining({ address: '' })]);
    },
  );
  it('takes the members out of a group', async () => {
    const recipients = await recipientsOf('To: friends: Ben <ben@lee.example>, cy@lee.example;, Di <di@lee.example>');
    expect(recipients.map(({ address }) => address)).toEqual(['ben@lee.example', 'cy@lee.example', 'di@lee.example']);
  });
  it('tells an empty group from a missing field', async () => {
    expect(await recipientsOf('X-Nothing: here')).toEqual([]);
  });
});
