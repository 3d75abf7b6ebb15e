/** Formatted mail as it is read: by mouse and by key, with its own pictures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { OWNER_ADDRESS } from '#tests/helpers/builders.ts';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';
import { RED_PNG, relatedMail } from '#tests/helpers/pictures.ts';
import type {} from '../../renderer/window.d.ts';

let app: ElectronApplication;
let page: Page;
let folder: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-formatted-'));
  writeFileSync(path.join(folder, 'formatted.mbox'), [letter(1), letter(2), letter(3)].join('\n'));
  app = await launchAcquaint({ profileDir: path.join(folder, 'profile') });
  page = await app.firstWindow();
  await page.waitForLoadState();
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'drop' })),
  );
  await page.setInputFiles('#drop', path.join(folder, 'formatted.mbox'));
  await page.evaluate(
    async (owner) => {
      const input = document.querySelector<HTMLInputElement>('#drop');
      const file = window.acquaint.pathForFile(input?.files?.[0] ?? {});
      input?.remove();
      await window.acquaint.request('owner.confirm', { owner });
      await window.acquaint.request('import.run', { paths: [file] });
    },
    { addresses: [OWNER_ADDRESS], name: 'Olive Owner' },
  );
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Home');
});

test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const frame = () => page.frameLocator('iframe[sandbox=""]');
const subject = () => page.getByRole('article', { name: 'Message' }).getByRole('heading').first();

/** A key as the main process hears it from the keyboard: Playwright's own keys go past it, straight to the frame. */
async function pressOnKeyboard(key: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, pressed) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const input = { type: 'keyDown', key: pressed, code: `Key${pressed.toUpperCase()}`, isComposing: false };
    const held = { control: false, meta: false, alt: false, shift: false };
    contents?.emit('before-input-event', { preventDefault: () => undefined }, { ...input, ...held });
  }, key);
}

async function clickInto(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Formatted' }).click();
  await frame().getByText(words).click();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
}

test('after a click into the mail, keys still mean what they mean', async () => {
  await expect(subject()).toHaveText('letter 3');
  await clickInto('some words of letter 3');
  await pressOnKeyboard('j');
  await expect(subject()).toHaveText('letter 2');
  await clickInto('some words of letter 2');
  await pressOnKeyboard('s');
  await expect(page.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeVisible();
});

test('keys that are a frame’s own stay in it, and so does the focus', async () => {
  const before = await subject().innerText();
  await clickInto(`some words of ${before}`);
  for (const key of ['ArrowDown', 'End', 'Tab', 'Enter']) await pressOnKeyboard(key);
  await page.mouse.move(5, 5);
  await expect(subject()).toHaveText(before);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
});

test('a key pressed in the window itself counts once', async () => {
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect(subject()).toHaveText('letter 3');
  await pressOnKeyboard('j');
  await page.keyboard.press('j');
  await expect(subject()).toHaveText('letter 2');
});

test('the message’s own pictures are shown, without a network and without being asked for', async () => {
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect(subject()).toHaveText('letter 1');
  await page.getByRole('button', { name: 'Formatted' }).click();
  const picture = frame().getByAltText('red square');
  await expect(picture).toHaveAttribute('src', /^data:image\/png;base64,/);
  // Decoded by the frame itself: the policy lets it in, and it is as wide as it says.
  await expect.poll(async () => (await picture.boundingBox())?.width).toBe(96);
  await expect(page.getByText(/not loaded/)).toHaveCount(0);
  await expect(page.getByText('A picture of this message was not kept')).toBeVisible();
  await takeScreenshots(page, 'own-pictures');
});

/** With a picture of its own, and one that is too large to be kept. */
function letter(number: number): string {
  const headers = [
    `From writer@sender.example Mon Mar  2 09:0${number}:00 2026`,
    `From: Wanda Writer <writer@sender.example>`,
    `To: ${OWNER_ADDRESS}`,
    `Subject: letter ${number}`,
    `Date: Mon, 2 Mar 2026 09:0${number}:00 +0000`,
    `Message-ID: <${number}@sender.example>`,
  ];
  const html = [
    `<p>some words of letter ${number}</p>`,
    '<p><img src="cid:square@sender.example" alt="red square" style="width:96px;height:96px"></p>',
    '<p><img src="cid:huge@sender.example" alt="a huge picture"></p>',
  ];
  const huge = Buffer.concat([RED_PNG, Buffer.alloc(3_000_000)]);
  return relatedMail(headers, html.join('\n'), [
    { contentId: 'square@sender.example', bytes: RED_PNG },
    { contentId: 'huge@sender.example', bytes: huge },
  ]);
}
