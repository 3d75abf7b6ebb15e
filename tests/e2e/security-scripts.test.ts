/** Scripts in messages: none runs, with the sanitiser switched off, in the frame of the reading pane or in an open one. */
import { type ConsoleMessage, expect, type Page, test } from '@playwright/test';
import { launchAcquaint } from '#tests/helpers/electron-app.ts';
import { aHostPage } from './hostile-mail/canary.ts';
import { addFrames, launchBareWindow, pageOfFrames, patience } from './hostile-mail/frames.ts';
import { ranPayload, scriptPayloads } from './hostile-mail/script-payloads.ts';

const payloads = scriptPayloads();

/** Names of the payloads that run, as they run. */
function watch(page: Page): Set<string> {
  const ran = new Set<string>();
  page.on('console', (message: ConsoleMessage) => {
    const number = ranPayload(message.text());
    if (number !== undefined) ran.add(payloads[number]?.name ?? `number ${number}`);
  });
  return ran;
}

test('without any wall, most of the payloads run', async () => {
  const host = await aHostPage(
    pageOfFrames(
      payloads.map(({ html }) => html),
      'open',
    ),
    {},
  );
  const app = await launchBareWindow();
  try {
    const page = await app.firstWindow();
    const ran = watch(page);
    await page.goto(host.url);
    await patience();
    test.info().annotations.push({ type: 'without walls', description: `${ran.size} of ${payloads.length} run` });
    expect(ran.size).toBeGreaterThan(40);
    expect([...ran]).toEqual(expect.arrayContaining(['script', 'img onerror', 'svg onload', 'iframe javascript:']));
  } finally {
    await app.close();
    host.close();
  }
});

for (const kind of ['sandboxed', 'open'] as const) {
  test(`none runs in the window (frames ${kind})`, async () => {
    const app = await launchAcquaint();
    try {
      const window = await app.firstWindow();
      await window.waitForLoadState();
      const ran = watch(window);
      await addFrames(
        window,
        payloads.map(({ html }) => html),
        kind,
      );
      await patience();
      expect([...ran]).toEqual([]);
    } finally {
      await app.close();
    }
  });
}

test('none runs when it is written into the page itself', async () => {
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await window.waitForLoadState();
    const ran = watch(window);
    await window.evaluate(
      (pieces) => {
        for (const html of pieces) {
          const place = document.createElement('div');
          document.body.append(place);
          place.innerHTML = html;
        }
      },
      payloads.map(({ html }) => html),
    );
    await patience();
    expect([...ran]).toEqual([]);
    expect(window.url()).toBe('app://acquaint/index.html');
  } finally {
    await app.close();
  }
});
