/** Nothing goes anywhere: links, forms, scripts and drops in the window and in messages. */
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { AppEvent } from '#core/contract/events.ts';
import { launchAcquaint } from '#tests/helpers/electron-app.ts';
import type {} from '../../renderer/window.d.ts';
import { type Canary, aCanary } from './hostile-mail/canary.ts';
import { patience } from './hostile-mail/frames.ts';

let app: ElectronApplication;
let page: Page;
let canary: Canary;

test.beforeAll(async () => {
  canary = await aCanary();
  app = await launchAcquaint();
  page = await app.firstWindow();
  await page.waitForLoadState();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => await Promise.resolve(void opened.push(url));
  });
  await page.evaluate(() => {
    const heard: AppEvent[] = [];
    Object.assign(globalThis, { heard });
    window.acquaint.onEvent((event) => {
      if (event.type === 'link-clicked') heard.push(event);
    });
  });
});

test.afterEach(async () => {
  expect(page.url()).toBe('app://acquaint/index.html');
  expect(app.windows()).toHaveLength(1);
  expect(canary.requests).toEqual([]);
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
});

test.afterAll(async () => {
  await app.close();
  await canary.close();
});

/** Links that were reported to the window since the last time. */
async function reported(): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const { heard } = globalThis as unknown as { heard: { url: string }[] };
    return heard.splice(0).map(({ url }) => url);
  });
}

/** Puts a message into a frame as the reading pane has it and clicks on `#a` in it. */
async function clickInMessage(
  html: string,
  options: { readonly button?: 'middle'; readonly modifiers?: ('Control' | 'Shift')[] } = {},
): Promise<readonly string[]> {
  await page.evaluate(
    async (content) =>
      await new Promise<void>((resolve) => {
        document.querySelector('#message')?.remove();
        const frame = document.createElement('iframe');
        frame.id = 'message';
        frame.setAttribute('sandbox', '');
        frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;background:white;z-index:9999';
        frame.srcdoc = content;
        frame.addEventListener('load', () => resolve());
        document.body.append(frame);
      }),
    html,
  );
  await page
    .frameLocator('#message')
    .locator('#a')
    .click({ noWaitAfter: true, ...options });
  await patience(400);
  const stillThere = await page.frameLocator('#message').locator('#a').count();
  expect(stillThere).toBe(1);
  await page.evaluate(() => document.querySelector('#message')?.remove());
  return await reported();
}

test('a link in a message is reported, once, and not followed', async () => {
  const url = `${canary.address}link?id=42`;
  for (const href of [url, 'https://example.com/x', 'mailto:ann@lee.example?subject=x']) {
    const heard = [...(await clickInMessage(`<a id=a href="${href}">here</a>`))];
    // On a busy machine the report may come after the click's patience.
    await expect.poll(async () => heard.push(...(await reported()))).toBeGreaterThan(0);
    await patience(200);
    expect([...heard, ...(await reported())]).toEqual([href]);
  }
});

test('links that want a new window, the whole window, a file or a download are at most reported', async () => {
  for (const html of [
    `<a id=a target=_blank href="${canary.address}">x</a>`,
    `<a id=a target=_top href="${canary.address}">x</a>`,
    `<a id=a target=other href="${canary.address}">x</a>`,
    `<a id=a download href="${canary.address}">x</a>`,
    `<a id=a ping="${canary.address}" href="#here">x</a>`,
    '<a id=a href="file:///etc/passwd">x</a>',
    '<a id=a href="javascript:top.location=1">x</a>',
    '<a id=a href="data:text/html,x">x</a>',
    '<a id=a href="app://acquaint/index.html">x</a>',
    `<form action="${canary.address}"><button id=a>x</button></form>`,
    `<form action="${canary.address}" method=post target=_blank><button id=a>x</button></form>`,
  ]) {
    const told = await clickInMessage(html);
    expect(told.filter((url) => url !== canary.address && !url.startsWith('data:'))).toEqual([]);
  }
});

test('neither the middle button nor a key opens a window', async () => {
  const link = `<a id=a href="${canary.address}">x</a>`;
  await clickInMessage(link, { button: 'middle' });
  await clickInMessage(link, { modifiers: ['Control'] });
  await clickInMessage(link, { modifiers: ['Shift'] });
});

test('what a message frames or refreshes by itself is not reported as a click', async () => {
  expect(await clickInMessage(`<iframe src="${canary.address}"></iframe><p id=a>x</p>`)).toEqual([]);
  expect(await clickInMessage(`<meta http-equiv=refresh content="0;url=${canary.address}"><p id=a>x</p>`)).toEqual([]);
});

test('the page cannot be led away by a script', async () => {
  for (const script of [
    `location.href = '${canary.address}'`,
    `location.assign('${canary.address}')`,
    `location.replace('https://example.com/')`,
    `top.location = '${canary.address}'`,
    "location.href = 'file:///etc/passwd'",
    "location.href = 'data:text/html,x'",
    "location.href = 'app://acquaint/other.html'",
    "location.href = 'app://elsewhere/index.html'",
    `window.open('${canary.address}')`,
    "window.open('about:blank')",
    "window.open('app://acquaint/index.html')",
    `Object.assign(document.createElement('a'), { href: '${canary.address}', target: '_blank' }).click()`,
    `Object.assign(document.createElement('a'), { href: '${canary.address}', download: 'x' }).click()`,
    `{ const form = Object.assign(document.createElement('form'), { action: '${canary.address}' }); document.body.append(form); form.submit(); form.remove(); }`,
    `document.body.append(document.createElement('webview'))`,
  ]) {
    await app.evaluate(async ({ BrowserWindow }, code) => {
      // As a script of the page would, without the policy in its way.
      await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`${code}; undefined`, true);
    }, script);
    await patience(150);
    expect(page.url()).toBe('app://acquaint/index.html');
  }
  await patience(500);
  await reported();
});

test('our own page may be loaded again', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await page.waitForLoadState();
  await expect(page.locator('#root')).not.toBeEmpty();
});

test('no attack makes a download', async () => {
  const downloads = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const states: string[] = [];
    contents.session.on('will-download', (event, item) => {
      setTimeout(() => states.push(event.defaultPrevented ? 'prevented' : item.getState()), 100);
    });
    await contents.executeJavaScript(
      "Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' }).click()",
      true,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    return states;
  });
  expect(downloads.filter((state) => state !== 'prevented' && state !== 'cancelled')).toEqual([]);
});
