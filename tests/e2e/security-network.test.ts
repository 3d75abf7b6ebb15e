/**
 * Remote content: whatever a message holds, nobody learns that it was read.
 *
 * The sanitiser is switched off throughout: the pieces go into the window as they came. Each wall is tried with the
 * others down, and all of them without any, to see that the attacks are real.
 */
import { type ElectronApplication, expect, test } from '@playwright/test';
import { CONTENT_POLICY } from '#main/app/app-files.ts';
import { launchAcquaint } from '#tests/helpers/electron-app.ts';
import { FRAME_CSP } from '../../renderer/message/prepare-html.ts';
import { aCanary, aHostPage } from './hostile-mail/canary.ts';
import { addFrames, launchBareWindow, pageOfFrames, patience } from './hostile-mail/frames.ts';
import { numberOf, remoteContent } from './hostile-mail/remote-content.ts';

function arrived(requests: readonly string[], vectors: ReturnType<typeof remoteContent>): readonly string[] {
  const numbers = new Set(requests.map(numberOf).filter((number) => number !== undefined));
  return [...numbers].map((number) => vectors[number]?.name ?? `number ${number}`);
}

test('without any wall, most of the attacks arrive', async () => {
  const canary = await aCanary();
  const vectors = remoteContent(canary.address);
  const host = await aHostPage(
    pageOfFrames(
      vectors.map(({ html }) => html),
      'open',
    ),
    {},
  );
  const app = await launchBareWindow();
  try {
    const page = await app.firstWindow();
    await page.goto(host.url);
    await patience();
    const names = arrived(canary.requests, vectors);
    test.info().annotations.push({ type: 'without walls', description: `${names.length} of ${vectors.length} arrive` });
    expect(names.length).toBeGreaterThan(70);
    expect(names).toEqual(
      expect.arrayContaining([
        'img',
        'style import',
        'svg image',
        'iframe',
        'link stylesheet',
        'fetch',
        'form submitted by script',
      ]),
    );
  } finally {
    await app.close();
    host.close();
    await canary.close();
  }
});

test('a sandboxed frame with the policies alone lets nothing through', async () => {
  const canary = await aCanary();
  const vectors = remoteContent(canary.address);
  const framed = vectors.map(({ html }) => `<meta http-equiv="Content-Security-Policy" content="${FRAME_CSP}">${html}`);
  const host = await aHostPage(pageOfFrames(framed, 'sandboxed'), { 'Content-Security-Policy': CONTENT_POLICY });
  const app = await launchBareWindow();
  try {
    const page = await app.firstWindow();
    await page.goto(host.url);
    await patience();
    expect(arrived(canary.requests, vectors)).toEqual([]);
  } finally {
    await app.close();
    host.close();
    await canary.close();
  }
});

/** A second window with our session and none of the other walls: no policy, no sandboxed frame, no guard of navigation. */
async function showWithoutOtherWalls(
  app: ElectronApplication,
  html: string,
  wall: 'requests' | 'connections',
): Promise<{ readonly frames: number; readonly errors: readonly string[] }> {
  const url = `data:text/html;base64,${Buffer.from(html).toString('base64')}`;
  await app.firstWindow();
  return await app.evaluate(
    async ({ BrowserWindow }, options) => {
      const ours = BrowserWindow.getAllWindows()[0]?.webContents.session;
      if (!ours) throw new Error('no window');
      const errors: string[] = [];
      if (options.wall === 'connections') ours.webRequest.onBeforeRequest(null);
      ours.webRequest.onErrorOccurred(({ url: of, error }) => void (of.startsWith('http') && errors.push(error)));
      const other = new BrowserWindow({ webPreferences: { session: ours } });
      await other.loadURL(options.url);
      const frames = other.webContents.mainFrame.framesInSubtree.length;
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return { frames, errors };
    },
    { url, wall },
  );
}

test('denying requests alone lets nothing through', async () => {
  const canary = await aCanary();
  const vectors = remoteContent(canary.address);
  const app = await launchAcquaint();
  try {
    const html = pageOfFrames(
      vectors.map((vector) => vector.html),
      'open',
    );
    const { frames, errors } = await showWithoutOtherWalls(app, html, 'requests');
    expect(frames).toBeGreaterThan(vectors.length);
    expect(arrived(canary.requests, vectors)).toEqual([]);
    expect(canary.connectionCount()).toBe(0);
    // Not the other wall's doing: there, names are not resolved.
    expect(errors.length).toBeGreaterThan(70);
    expect(new Set(errors)).toEqual(new Set(['net::ERR_BLOCKED_BY_CLIENT']));
  } finally {
    await app.close();
    await canary.close();
  }
});

test('denying connections alone lets nothing through', async () => {
  const canary = await aCanary();
  const vectors = remoteContent(canary.address);
  const app = await launchAcquaint();
  try {
    const html = pageOfFrames(
      vectors.map((vector) => vector.html),
      'open',
    );
    const { errors } = await showWithoutOtherWalls(app, html, 'connections');
    expect(arrived(canary.requests, vectors)).toEqual([]);
    expect(canary.connectionCount()).toBe(0);
    expect(errors).toContain('net::ERR_NAME_NOT_RESOLVED');
    expect(errors).not.toContain('net::ERR_BLOCKED_BY_CLIENT');
  } finally {
    await app.close();
    await canary.close();
  }
});

for (const kind of ['sandboxed', 'open'] as const) {
  test(`the window with all its walls lets nothing through (frames ${kind})`, async () => {
    const canary = await aCanary();
    const vectors = remoteContent(canary.address);
    const app = await launchAcquaint();
    try {
      const window = await app.firstWindow();
      await window.waitForLoadState();
      await addFrames(
        window,
        vectors.map(({ html }) => html),
        kind,
      );
      await patience();
      expect(arrived(canary.requests, vectors)).toEqual([]);
      expect(canary.connectionCount()).toBe(0);
      expect(window.url()).toBe('app://acquaint/index.html');
    } finally {
      await app.close();
      await canary.close();
    }
  });
}

test('the page itself reaches nothing either: no server, no file', async () => {
  const canary = await aCanary();
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await window.waitForLoadState();
    const outcomes = await window.evaluate(async (address) => {
      const tried = async (work: () => Promise<unknown>) =>
        await work().then(
          () => 'got through',
          () => 'denied',
        );
      return await Promise.all([
        tried(async () => await fetch(address)),
        tried(async () => await fetch(address, { mode: 'no-cors' })),
        tried(async () => await fetch('https://example.com/')),
        tried(async () => await fetch('file:///etc/passwd')),
        tried(
          async () =>
            await new Promise((resolve, reject) => {
              const socket = new WebSocket(address.replace('http:', 'ws:'));
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        tried(
          async () =>
            await new Promise((resolve, reject) => {
              const image = new Image();
              image.onload = resolve;
              image.onerror = reject;
              image.src = address;
            }),
        ),
        tried(async () => (await import(/* @vite-ignore */ `${address}x.js`)) as unknown),
      ]);
    }, canary.address);
    expect(outcomes).toEqual(Array.from({ length: 7 }, () => 'denied'));
    expect(canary.connectionCount()).toBe(0);
  } finally {
    await app.close();
    await canary.close();
  }
});
