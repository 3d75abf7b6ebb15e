/** Living with a connected account: the first sync in words, more access when it is needed, signing in again, leaving. By keyboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';
import { startGmailServer, type GmailServer } from '#tests/helpers/gmail-server/server.ts';

const sampleMbox = path.resolve(import.meta.dirname, '../../resources/sample/mailbox.mbox');

interface Running {
  readonly google: GmailServer;
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The next page that the app asks the system to open. */
  readonly nextPage: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The app beside a Google of its own. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-account-'));
  const google = await startGmailServer({
    mbox: sampleMbox,
    address: 'naomi.adler@post.example',
    unitsPerMinute: 100_000,
  });
  const app = await launchAcquaint({ env: { ...google.env, ...env } });
  const window = await app.firstWindow();
  const clientFile = path.join(folder, 'client_secret.json');
  writeFileSync(clientFile, google.clientJson);
  await app.evaluate(({ dialog, shell }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  }, clientFile);
  let seen = 0;
  const pages = async () => await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  return {
    google,
    app,
    window,
    async nextPage() {
      // Longer than an undo window.
      await expect.poll(async () => (await pages()).length, { timeout: 30_000 }).toBeGreaterThan(seen);
      seen += 1;
      return (await pages())[seen - 1] ?? '';
    },
    async close() {
      await app.close();
      await google.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Moves the focus by Tab alone to the button of this name, and presses it. */
async function tabTo(window: Page, name: string | RegExp): Promise<void> {
  const button = window.getByRole('button', { name });
  await expect(button).toBeEnabled();
  for (let step = 0; step < 60; step += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) {
      await window.keyboard.press('Enter');
      return;
    }
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

async function connect({ window, google, nextPage }: Running): Promise<void> {
  await tabTo(window, 'Set up Gmail…');
  await tabTo(window, 'Choose…');
  await expect(window.getByText('client_secret.json')).toBeVisible();
  await tabTo(window, 'Sign in with Google…');
  await expect(window.getByText('Waiting for your browser.')).toBeVisible();
  await takeScreenshots(window, 'waiting-for-google');
  await google.acceptConsent(await nextPage());
  await expect(window.getByRole('listbox')).toBeVisible({ timeout: 30_000 });
}

test.describe('an account', () => {
  let running: Running;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    running = await start({ ACQUAINT_GOOGLE_UNITS_PER_MINUTE: '8000' });
  });
  test.afterAll(async () => await running.close());

  const mailbox = () => running.window.getByRole('region', { name: 'Mailbox naomi.adler@post.example' });

  test('says during the first sync what is known and when the rest will be there', async () => {
    await connect(running);
    await expect(mailbox()).toContainText('Queue ready', { timeout: 30_000 });
    await expect(mailbox()).toContainText(/history back to \w+ 20\d\d/, { timeout: 45_000 });
    await expect(mailbox()).toContainText(/about .+ left at Google’s limit/);
    await takeScreenshots(running.window, 'first-sync');
  });

  test('pauses and goes on by one key', async () => {
    const { window, google } = running;
    await window.keyboard.press('p');
    await expect(mailbox()).toContainText('Paused');
    const calls = google.countCalls('users.messages.get');
    await takeScreenshots(window, 'paused');
    await window.waitForTimeout(2000);
    expect(google.countCalls('users.messages.get')).toBe(calls);
    await window.keyboard.press('p');
    await expect(mailbox()).toContainText('Queue ready');
    await expect.poll(() => google.countCalls('users.messages.get')).toBeGreaterThan(calls);
  });

  test('asks for filters when somebody is first blocked, and never again', async () => {
    // The first sync comes to its end in between, at the pace of a quota.
    test.setTimeout(180_000);
    const { window, google, nextPage } = running;
    await window.keyboard.press('g');
    await window.keyboard.press('s');
    await expect(window.getByRole('heading', { level: 1, name: 'Strangers' })).toBeVisible();
    await window.keyboard.press('b');
    const page = new URL(await nextPage());
    expect(page.searchParams.get('scope')).toContain('gmail.settings.basic');
    expect(page.searchParams.get('include_granted_scopes')).toBe('true');
    expect(google.mailbox.filters).toHaveLength(0);
    await google.acceptConsent(page.href);
    await expect.poll(() => google.mailbox.filters.length).toBe(1);
    await window.keyboard.press('b');
    await expect.poll(() => google.mailbox.filters.length, { timeout: 30_000 }).toBe(2);
    await window.keyboard.press('c');
    await expect(mailbox()).toContainText('Up to date, checked just now', { timeout: 120_000 });
  });

  test('asks to sign in again when the grant has ended, with the mail still there, and needs no file', async () => {
    const { window, google, nextPage } = running;
    google.oauth.expireAccessTokens();
    google.oauth.endGrants();
    await window.keyboard.press('c');
    await expect(mailbox()).toContainText('Signed out: sign in again');
    await expect(window.getByRole('option').first()).toBeVisible();
    await takeScreenshots(window, 'signed-out');
    await tabTo(window, 'Sign in again…');
    await expect(window.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
    await takeScreenshots(window, 'sign-in-again');
    await tabTo(window, 'Sign in with Google…');
    await google.acceptConsent(await nextPage());
    await expect(mailbox()).toContainText('Up to date, checked just now', { timeout: 30_000 });
  });

  test('is left for good: Google hears of it, and the mail is erased where that is wanted', async () => {
    const { window, google } = running;
    await window.keyboard.press('g');
    await window.keyboard.press('p');
    await window.getByRole('tab', { name: 'You' }).focus();
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowDown');
    await takeScreenshots(window, 'accounts');
    await tabTo(window, 'Disconnect…');
    const dialog = window.getByRole('dialog', { name: /^Disconnect naomi/ });
    await expect(dialog).toContainText('This cannot be undone.');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Tab');
    await window.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: /^Erase/ })).toBeChecked();
    await takeScreenshots(window, 'disconnect');
    await tabTo(window, 'Disconnect and erase');
    await expect(window.getByRole('button', { name: 'Set up Gmail…' })).toBeVisible({ timeout: 30_000 });
    expect(google.oauth.revoked).toHaveLength(1);
  });
});

test('out of the sample, without a keyring: says so, and signs in for the session', async () => {
  const running = await start({
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
    ACQUAINT_GOOGLE_UNITS_PER_MINUTE: '100000',
  });
  const { window, google, nextPage } = running;
  try {
    await tabTo(window, 'Open the sample');
    await expect(window.getByRole('listbox')).toBeVisible({ timeout: 30_000 });
    await tabTo(window, 'Use your own mail…');
    await expect(window.getByRole('heading', { name: /^Add mail|^Who of all/ })).toBeVisible();
    await tabTo(window, 'Set up Gmail…');
    await tabTo(window, 'Choose…');
    await tabTo(window, 'Sign in with Google…');
    await expect(window.getByRole('alert')).toContainText('no keychain in which a sign-in could be kept');
    await takeScreenshots(window, 'no-keyring');
    await tabTo(window, 'Sign in for this session only…');
    await google.acceptConsent(await nextPage());
    const mailbox = window.getByRole('region', { name: /^Mailbox/ });
    await expect(mailbox).toContainText('Signed in until Acquaint is closed.', { timeout: 45_000 });
    await expect(window.getByText('This is the sample mailbox')).toBeHidden();
    await takeScreenshots(window, 'session-only');
  } finally {
    await running.close();
  }
});
