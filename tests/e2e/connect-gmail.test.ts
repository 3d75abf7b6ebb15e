/** The main job on an account: sign in, sync, ask a stranger how we know each other, and take another question back. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';
import { startGmailServer, type GmailServer } from '#tests/helpers/gmail-server/server.ts';

const sampleMbox = path.resolve(import.meta.dirname, '../../resources/sample/mailbox.mbox');

let folder: string;
let google: GmailServer;
let app: ElectronApplication;
let window: Page;
/** The sign-in page that the app asked the system to show. */
let signInPage: Promise<string>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-connect-'));
  google = await startGmailServer({ mbox: sampleMbox, address: 'naomi.adler@post.example', unitsPerMinute: 100_000 });
  app = await launchAcquaint({ env: { ...google.env, ACQUAINT_GOOGLE_UNITS_PER_MINUTE: '100000' } });
  window = await app.firstWindow();
  const clientFile = path.join(folder, 'client_secret.json');
  writeFileSync(clientFile, google.clientJson);
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
  }, clientFile);
  signInPage = app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openExternal = (url) => {
          resolve(url);
          return Promise.resolve();
        };
      }),
  );
});
test.afterAll(async () => {
  await app.close();
  await google.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = () => window.getByRole('listbox');
const happened = () => window.getByRole('region', { name: 'What just happened' });

async function goTo(key: string, title: string): Promise<void> {
  await window.keyboard.press('g');
  await window.keyboard.press(key);
  await expect(window.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Goes down a lane to the message of this sender. */
async function find(key: string, lane: string, sender: string): Promise<void> {
  await goTo(key, lane);
  await list().focus();
  await window.keyboard.press('Home');
  const message = window.getByRole('article', { name: 'Message' });
  await expect(async () => {
    await window.keyboard.press('j');
    await expect(message).toContainText(sender, { timeout: 200 });
  }).toPass({ intervals: [0] });
}

/** Asks the stranger how we know each other. */
async function ask(sender: string): Promise<void> {
  await find('s', 'Strangers', sender);
  await window.keyboard.press('h');
  await expect(window.getByRole('textbox', { name: 'Text of the reply' })).toHaveValue(/\S/);
  await window.keyboard.press('Control+Enter');
  await expect(happened()).toContainText('Asked how you know each other');
}

test('a client file, the browser, consent: the account is there', async () => {
  await window.getByRole('button', { name: 'Set up Gmail…' }).click();
  await takeScreenshots(window, 'connect');
  await window.getByRole('button', { name: /choose/i }).click();
  await window.getByRole('button', { name: 'Sign in with Google…' }).click();
  await google.acceptConsent(await signInPage);
  await expect(list().or(window.getByRole('heading', { name: 'Who are you?' }))).toBeVisible({ timeout: 30_000 });
});

test('the mailbox is synced and ranked', async () => {
  const whoAreYou = window.getByRole('button', { name: 'That is me' });
  await expect(list().or(whoAreYou).first()).toBeVisible();
  if (await whoAreYou.isVisible()) await whoAreYou.click();
  await expect(window.getByRole('option').first()).toContainText(/You wrote \d+ times/, { timeout: 45_000 });
  await takeScreenshots(window, 'synced');
});

test('the question goes out after the undo window, as an answer in the same thread', async () => {
  await ask('Oscar Pell');
  expect(google.mailbox.deliveries).toHaveLength(0);
  await takeScreenshots(window, 'sending');
  await expect.poll(() => google.mailbox.deliveries.length, { timeout: 30_000 }).toBe(1);
  const [letter] = google.mailbox.deliveries;
  const original = google.mailbox.newestFirst().find((message) => message.from.includes('oscar@pellpartners.example'));
  const messageId = /^Message-ID: (<.+>)$/im.exec(String(original?.raw))?.[1] ?? 'none';
  expect(letter?.threadId).toBe(original?.threadId);
  const source = String(letter?.raw);
  expect(source).toContain(`In-Reply-To: ${messageId}`);
  expect(source).toMatch(/^To: .*oscar@pellpartners\.example/m);
  expect(source).toMatch(/^Subject: Re: Fellow Severn University alumni/m);
});

test('a question taken back is never sent', async () => {
  await ask('Dean Halloran');
  await window.keyboard.press('z');
  await expect(happened()).not.toContainText('Asked how you know each other');
  // Longer than the undo window: had it been left in the outbox, it would be out by now.
  await window.waitForTimeout(14_000);
  expect(google.mailbox.deliveries).toHaveLength(1);
});

test('archiving here archives in Gmail', async () => {
  const inbox = () => google.mailbox.newestFirst().filter((message) => message.labels.has('INBOX')).length;
  const before = inbox();
  await goTo('s', 'Strangers');
  await window.keyboard.press('e');
  await expect.poll(inbox, { timeout: 30_000 }).toBe(before - 1);
});

test('a mail that unsubscribes is read, changed and sent by keys alone', async () => {
  const before = google.mailbox.deliveries.length;
  await find('b', 'Bulk', 'news@harbourside-cinema.example');
  await window.keyboard.press('u');
  const dialog = window.getByRole('dialog', { name: 'Unsubscribe' });
  await expect(dialog).toContainText('leave@harbourside-cinema.example');
  await expect(dialog.getByRole('textbox', { name: 'Text of the mail' })).toBeFocused();
  await takeScreenshots(window, 'unsubscribe');
  await window.keyboard.press('Control+a');
  await window.keyboard.type('Please take me off this list.');
  expect(google.mailbox.deliveries).toHaveLength(before);
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => google.mailbox.deliveries.length, { timeout: 30_000 }).toBe(before + 1);
  const source = String(google.mailbox.deliveries.at(-1)?.raw);
  expect(source).toMatch(/^To: <leave@harbourside-cinema\.example>/m);
  expect(source).toMatch(/^Subject: unsubscribe/m);
  expect(source).toContain('Please take me off this list.');
  // Google knows no name for this mailbox: it is the one in the sent mail.
  expect(source).toMatch(/^From: "?Naomi Adler"? <naomi\.adler@post\.example>/m);
});
