import { Blob as NodesBlob } from 'node:buffer';
import PostalMime from 'postal-mime';
import { expect, it, vi } from 'vitest';
import { mail } from '#tests/helpers/raw-mail.ts';

const SOURCES = [
  mail('plain\n\nlines – and ünïcode\n'),
  mail('Zm9v\nYmFy\n', ['From: a@x.example', 'Content-Transfer-Encoding: base64']),
  mail('caf=C3=A9 =\nsoft', ['From: a@x.example', 'Content-Transfer-Encoding: quoted-printable']),
  mail('', ['From: a@x.example']),
  mail('--q\nContent-Type: application/x\n\n\u0000\u0001bin\n--q--\n', [
    'From: a@x.example',
    'Content-Type: multipart/mixed; boundary=q',
  ]),
];

it('a Blob in memory gives the parser the same octets as that of Node', async () => {
  vi.stubGlobal('Blob', NodesBlob);
  vi.resetModules();
  const before = [];
  for (const source of SOURCES) before.push(await PostalMime.parse(source));
  await import('#main/import/mime/blob-in-memory.ts');
  expect(globalThis.Blob).not.toBe(NodesBlob);
  const after = [];
  for (const source of SOURCES) after.push(await PostalMime.parse(source));
  expect(after).toEqual(before);
  const parts = ['é', new Uint8Array([1, 2]), new Uint8Array([9, 3, 9]).subarray(1, 2), new Uint8Array([4]).buffer];
  expect(await new Blob(parts).arrayBuffer()).toEqual(await new NodesBlob(parts).arrayBuffer());
});
