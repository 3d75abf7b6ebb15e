/** Hostile mail as it would really come: imported from a file, and every message of it opened, formatted, searched for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { launchAcquaint } from '#tests/helpers/electron-app.ts';
import type {} from '../../renderer/window.d.ts';
import { aCanary, type Canary } from './hostile-mail/canary.ts';
import { patience } from './hostile-mail/frames.ts';
import { remoteContent } from './hostile-mail/remote-content.ts';
import { MARK, ranPayload, scriptPayloads } from './hostile-mail/script-payloads.ts';

const payloads = scriptPayloads();

let app: ElectronApplication;
let page: Page;
let canary: Canary;
let folder: string;
let messageCount: number;
const ran = new Set<string>();
const faults: string[] = [];

test.beforeAll(async () => {
  canary = await aCanary();
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-hostile-'));
  const messages = remoteContent(canary.address).map(({ html }, index) => hostileMessage(index, html));
  messageCount = messages.length;
  writeFileSync(path.join(folder, 'hostile.mbox'), messages.join('\n'));
  app = await launchAcquaint({ profileDir: path.join(folder, 'profile') });
  page = await app.firstWindow();
  page.on('console', (message) => {
    const number = ranPayload(message.text());
    if (number !== undefined) ran.add(payloads[number]?.name ?? `number ${number}`);
  });
  page.on('dialog', (dialog) => {
    ran.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.waitForLoadState();
  // As if dropped on the window: a path alone would not be imported.
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' })),
  );
  await page.setInputFiles('#drop', path.join(folder, 'hostile.mbox'));
  const summary = await page.evaluate(
    async (owner) => {
      const input = document.querySelector<HTMLInputElement>('#drop');
      const file = window.acquaint.pathForFile(input?.files?.[0] ?? {});
      input?.remove();
      await window.acquaint.request('owner.confirm', { owner });
      return await window.acquaint.request('import.run', { paths: [file] });
    },
    { addresses: [OWNER_ADDRESS], name: 'Olive Owner' },
  );
  expect(summary).toMatchObject({ ok: true, value: { added: messageCount } });
});

test.afterAll(async () => {
  await app.close();
  await canary.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function goToFirstMessage(): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Home');
}

/** What the frame of the message that is open shows. */
async function formattedDocument(): Promise<string | null> {
  await page.getByRole('button', { name: 'Formatted' }).click();
  const frame = page.locator('iframe[sandbox=""]').first();
  await expect(frame).toBeVisible();
  return await frame.getAttribute('srcdoc');
}

test('every hostile message can be opened, and none of them runs or fetches anything', async () => {
  test.setTimeout(180_000);
  await goToFirstMessage();
  const shown = new Set<string | null>();
  for (let opened = 0; opened < messageCount; opened++) {
    if (opened > 0) await page.keyboard.press('j');
    shown.add(await formattedDocument());
  }
  await patience(2000);
  expect(shown.size).toBe(messageCount);
  expect([...ran]).toEqual([]);
  expect(canary.requests).toEqual([]);
  expect(canary.connectionCount()).toBe(0);
  expect(page.url()).toBe('app://acquaint/index.html');
  expect(app.windows()).toHaveLength(1);
});

test('a link in a message leads to a question first, and nowhere by itself', async () => {
  const opened = await app.evaluateHandle(({ shell }) => {
    const urls: string[] = [];
    shell.openExternal = async (url) => await Promise.resolve(void urls.push(url));
    return urls;
  });
  await goToFirstMessage();
  await formattedDocument();
  await page.frameLocator('iframe[sandbox=""]').getByText('read more').click({ noWaitAfter: true });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('example.com');
  await patience(300);
  expect(await opened.jsonValue()).toEqual([]);
  await dialog.getByRole('button', { name: 'Open in your browser' }).click();
  await expect(dialog).toBeHidden();
  expect(await opened.jsonValue()).toEqual([expect.stringMatching(/^https:\/\/example\.com\/\?read=\d+$/)]);
});

test('neither the sender’s page, nor the search, nor the list of links runs or fetches anything', async () => {
  await page.keyboard.press('s');
  await patience(500);
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await patience(300);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('script');
  await patience(1000);
  await page.keyboard.press('Escape');
  expect([...ran]).toEqual([]);
  expect(faults).toEqual([]);
  expect(canary.connectionCount()).toBe(0);
});

test('remote images of private servers are not fetched on the user’s word either', async () => {
  const url = `${canary.address}pixel.png`;
  const answer = await page.evaluate(
    async (image) =>
      await window.acquaint.request('shell.loadImages', {
        urls: [image, 'https://127.0.0.1/x.png', 'https://localhost/x.png'],
      }),
    url,
  );
  expect(answer).toEqual({
    ok: true,
    value: { [url]: null, 'https://127.0.0.1/x.png': null, 'https://localhost/x.png': null },
  });
  expect(canary.connectionCount()).toBe(0);
});

/** The payload stands wherever the sender has a say: name, subject, file name, plain text and HTML. */
function hostileMessage(index: number, remote: string): string {
  const payload = payloads[index % payloads.length]?.html ?? '';
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text.slice(0, 400)).toString('base64')}?=`;
  const body = (text: string) =>
    Buffer.from(text)
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\n');
  const minutes = String(index % 60).padStart(2, '0');
  return [
    `From hostile@sender${index}.example Mon Mar  2 09:00:00 2026`,
    `From: ${word(payload)} <hostile@sender${index}.example>`,
    `To: ${OWNER_ADDRESS}`,
    `Subject: ${word(`${payload} ${index}`)}`,
    `Date: Mon, 2 Mar 2026 ${String(9 + Math.floor(index / 60)).padStart(2, '0')}:${minutes}:00 +0000`,
    `Message-ID: <${index}@sender.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body(`script ${payload} ${MARK} javascript:alert(1) https://example.com/${payload}`),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body(`<p>message ${index}: <a href="https://example.com/?read=${index}">read more</a></p>${payload}${remote}`),
    '--inner--',
    '--outer',
    `Content-Type: application/pdf; name="${word(payload)}"`,
    `Content-Disposition: attachment; filename="${word(payload)}"`,
    '',
    'x',
    '--outer--',
    '',
  ].join('\n');
}
