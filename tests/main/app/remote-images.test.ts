import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { loadImages } from '#main/app/remote-images.ts';
import { aListServer } from '#tests/helpers/list-server.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PUBLIC = { address: '93.184.216.34', family: 4 };

/** The certificate is for list.example and other.example. */
const IMAGE = 'https://list.example/pixel.png?id=42';

async function anImageServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  addresses?: readonly (readonly { address: string; family: number }[])[],
) {
  return await aListServer({ answer, ...(addresses ? { addresses } : {}) });
}

function withPng(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', 'image/png').end(PNG);
}

describe('loadImages', () => {
  it('fetches an image, saying nothing about who asks', async () => {
    const { network, requests, pinned } = await anImageServer(withPng);
    expect(await loadImages([IMAGE], network)).toEqual({ [IMAGE]: `data:image/png;base64,${PNG.toString('base64')}` });
    expect(requests).toEqual([
      {
        method: 'GET',
        path: '/pixel.png?id=42',
        body: '',
        headers: {
          host: 'list.example',
          connection: 'close',
          accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif',
          'user-agent': 'Mozilla/5.0',
        },
      },
    ]);
    expect(pinned).toEqual(['93.184.216.34']);
  });

  it('asks for an http image by https', async () => {
    const { network, requests } = await anImageServer(withPng);
    const url = 'http://list.example/old.png';
    expect((await loadImages([url], network))[url]).toMatch(/^data:image\/png/);
    expect(requests).toHaveLength(1);
  });

  it('takes the type from the bytes, and SVG and web pages from nobody', async () => {
    const bodies: Readonly<Record<string, string | Buffer>> = {
      '/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]),
      '/gif': 'GIF89a…',
      '/svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '/html': '<!doctype html><script>alert(1)</script>',
      '/empty': '',
    };
    const { network } = await anImageServer((request, response) => {
      response.setHeader('Content-Type', 'image/png').end(bodies[request.url ?? ''] ?? '');
    });
    const urls = Object.keys(bodies).map((place) => `https://list.example${place}`);
    const images = await loadImages(urls, network);
    expect(urls.map((url) => images[url]?.slice(0, 15) ?? null)).toEqual([
      'data:image/jpeg',
      'data:image/gif;',
      null,
      null,
      null,
    ]);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://list.example/x.png',
    'https://user:word@list.example/x.png',
    'https://list.example:8443/x.png',
    'https://127.0.0.1/x.png',
    'https://2130706433/x.png',
    'https://0x7f000001/x.png',
    'https://0177.0.0.1/x.png',
    'https://127.1/x.png',
    'https://0/x.png',
    'https://[::1]/x.png',
    'https://[::ffff:127.0.0.1]/x.png',
    'https://[fe80::1]/x.png',
    'https://169.254.169.254/latest/meta-data',
    'nonsense',
    '__proto__',
    '',
  ])('asks nobody for %j', async (url) => {
    const { network, requests } = await anImageServer(withPng);
    expect(Object.entries(await loadImages([url], network))).toEqual([[url, null]]);
    expect(requests).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('asks no host whose name leads to %s, alone or among others', async (address) => {
    const family = address.includes(':') ? 6 : 4;
    for (const found of [[{ address, family }], [PUBLIC, { address, family }]]) {
      const { network, requests } = await anImageServer(withPng, [found]);
      expect(await loadImages([IMAGE], network)).toEqual({ [IMAGE]: null });
      expect(requests).toEqual([]);
    }
  });

  it('looks a name up once, so that it cannot lead elsewhere in between', async () => {
    const rebinding = [[PUBLIC], [{ address: '127.0.0.1', family: 4 }]];
    const { network, pinned } = await anImageServer(withPng, rebinding);
    expect((await loadImages([IMAGE], network))[IMAGE]).toMatch(/^data:image\/png/);
    expect(pinned).toEqual(['93.184.216.34']);
  });

  it('follows a few redirects, each of them looked up and checked', async () => {
    const toOther = (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === '/end.png') withPng(request, response);
      else response.writeHead(302, { Location: 'https://other.example/end.png' }).end();
    };
    const open = await anImageServer(toOther);
    expect((await loadImages([IMAGE], open.network))[IMAGE]).toMatch(/^data:image\/png/);
    const rebinding = await anImageServer(toOther, [[PUBLIC], [{ address: '192.168.1.1', family: 4 }]]);
    expect(await loadImages([IMAGE], rebinding.network)).toEqual({ [IMAGE]: null });
    expect(rebinding.requests).toHaveLength(1);
  });

  it.each([
    'https://127.0.0.1/x.png',
    'https://[::1]/',
    'file:///etc/passwd',
    'https://other.example:22/',
    '//10.0.0.1/',
  ])('does not follow a redirect to %s', async (location) => {
    const { network, requests } = await anImageServer((_, response) =>
      response.writeHead(301, { Location: location }).end(),
    );
    expect(await loadImages([IMAGE], network)).toEqual({ [IMAGE]: null });
    expect(requests).toHaveLength(1);
  });

  it('ends a ring of redirects', async () => {
    const { network, requests } = await anImageServer((_, response) =>
      response.writeHead(302, { Location: '/again' }).end(),
    );
    expect(await loadImages([IMAGE], network)).toEqual({ [IMAGE]: null });
    expect(requests).toHaveLength(4);
  });

  it('takes no image that is too large, whether it says so or not', async () => {
    const { network } = await anImageServer((request, response) => {
      if (request.url === '/says') response.setHeader('Content-Length', 6_000_000);
      response.write(PNG);
      for (let written = 0; written < 6_000_000; written += 1_000_000) response.write(Buffer.alloc(1_000_000));
      response.end();
    });
    const urls = ['https://list.example/says', 'https://list.example/is-silent'];
    expect(Object.values(await loadImages(urls, network))).toEqual([null, null]);
  });

  it('stops at 25 MB in all', async () => {
    const { network } = await anImageServer((_, response) =>
      response.end(Buffer.concat([PNG, Buffer.alloc(4_000_000)])),
    );
    const urls = Array.from({ length: 8 }, (_, index) => `https://list.example/${index}.png`);
    const images = await loadImages(urls, network);
    expect(Object.values(images).filter((image) => image !== null)).toHaveLength(6);
  });

  it('takes nothing compressed: a few bytes could become gigabytes', async () => {
    const { network } = await anImageServer((_, response) => response.setHeader('Content-Encoding', 'gzip').end(PNG));
    expect(await loadImages([IMAGE], network)).toEqual({ [IMAGE]: null });
  });

  it('goes on with the others when one fails', async () => {
    const { network } = await anImageServer((request, response) => {
      if (request.url === '/broken.png') request.socket.destroy();
      else if (request.url === '/missing.png') response.writeHead(404).end();
      else withPng(request, response);
    });
    const urls = ['broken', 'missing', 'fine'].map((name) => `https://list.example/${name}.png`);
    const images = await loadImages(urls, network);
    expect(urls.map((url) => images[url] !== null)).toEqual([false, false, true]);
  });

  it('trusts no certificate of a stranger', async () => {
    const { network } = await anImageServer(withPng);
    const url = 'https://third.example/x.png';
    expect(await loadImages([url], network)).toEqual({ [url]: null });
  });
});
