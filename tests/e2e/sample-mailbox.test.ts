/** The first thing a new user does: open the sample, go through the queue by keys, set a boundary, take one back. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';

let app: ElectronApplication;
let window: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  app = await launchAcquaint();
  window = await app.firstWindow();
});
test.afterAll(async () => await app.close());

const list = () => window.getByRole('listbox');
const boundaryLane = (name: string) => window.getByRole('navigation').getByRole('button', { name: new RegExp(name) });

/** The list draws only what is in view; its name says how many there are. */
async function messageCount(): Promise<number> {
  return Number(/(\d+) messages?$/.exec((await list().getAttribute('aria-label')) ?? '')?.[1]);
}

async function goToLane(key: string, title: string): Promise<void> {
  await window.keyboard.press('g');
  await window.keyboard.press(key);
  await expect(window.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('the welcome screen has its three doors', async () => {
  await expect(window.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Set up Gmail…' })).toBeVisible();
  await takeScreenshots(window, 'welcome');
});

test('one click opens the sample: people with a history first, each with a reason', async () => {
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(list()).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText('Reading through your mail')).toHaveCount(0, { timeout: 30_000 });
  const first = window.getByRole('option').first();
  await expect(first).toContainText(/You wrote \d+ times/);
  await expect(boundaryLane('Known')).toBeVisible();
  await takeScreenshots(window, 'queue');
});

test('keys move through the queue, show who somebody is and come back', async () => {
  const before = await list().getAttribute('aria-activedescendant');
  await window.keyboard.press('j');
  await expect(list()).not.toHaveAttribute('aria-activedescendant', before ?? '');
  await window.keyboard.press('s');
  await expect(window.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  await expect(window.getByRole('term').filter({ hasText: 'You wrote' }).first()).toBeVisible();
  await expect(window.getByText(/Your record goes back to/).first()).toBeVisible();
  await takeScreenshots(window, 'sender');
  await window.keyboard.press('Escape');
  await expect(list()).toBeVisible();
});

test('? shows every key', async () => {
  await window.keyboard.press('?');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('How do we know each other?');
  await takeScreenshots(window, 'keys');
  await window.keyboard.press('Escape');
});

test('h writes a courteous question, shows it, and sends it after the undo window', async () => {
  await goToLane('s', 'Strangers');
  const before = await messageCount();
  await window.keyboard.press('h');
  const dialog = window.getByRole('dialog', { name: 'How do we know each other?' });
  await expect(dialog.getByRole('textbox', { name: 'Text of the reply' })).toHaveValue(/how we (know|are connected)/i);
  await takeScreenshots(window, 'reply');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('region', { name: 'What just happened' })).toContainText(
    'Asked how you know each other',
  );
  await expect.poll(messageCount).toBe(before - 1);
});

test('z takes the last action back as a whole', async () => {
  const before = await messageCount();
  await window.keyboard.press('e');
  await expect.poll(messageCount).toBe(before - 1);
  await window.keyboard.press('z');
  await expect.poll(messageCount).toBe(before);
});

test('the boundary ledger holds what was asked', async () => {
  await goToLane('l', 'Boundaries');
  await expect(window.getByText('How do we know each other?').first()).toBeVisible();
  // Sent after the undo window, though nothing leaves this computer.
  await expect(window.getByText('waiting to be sent')).toHaveCount(0, { timeout: 30_000 });
  await takeScreenshots(window, 'boundaries');
});

test('search finds as one types', async () => {
  await window.keyboard.press('/');
  await window.getByLabel('Search all mail').fill('tenmoku');
  await expect(window.getByRole('option', { name: /Glaze recipe/ }).first()).toBeVisible();
  await takeScreenshots(window, 'search');
});

test('settings show the owner with circles and deal-breakers', async () => {
  await window.keyboard.press('Escape');
  await goToLane('p', 'Settings');
  await takeScreenshots(window, 'settings');
});

test('leaving the sample comes back to the doors', async () => {
  await window.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(window.getByRole('button', { name: 'Open the sample' })).toBeVisible();
});
