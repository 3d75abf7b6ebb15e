/** Two addresses made one person by hand, taken out again, and all of it taken back: by keys, in the sample mailbox. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';

let app: ElectronApplication;
let window: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  app = await launchAcquaint();
  window = await app.firstWindow();
  await window.getByRole('button', { name: 'Open the sample' }).click();
  await expect(window.getByRole('listbox')).toBeVisible({ timeout: 30_000 });
  await expect(window.getByText('Reading through your mail')).toHaveCount(0, { timeout: 30_000 });
});
test.afterAll(async () => await app.close());

const dialog = () => window.getByRole('dialog');
const joined = () => window.getByText(/^You said on .+ that .+ and .+ are one person$/);
const figure = async (term: string): Promise<number> =>
  Number(
    await window
      .locator('dl > div')
      .filter({ has: window.getByText(term, { exact: true }) })
      .locator('dd')
      .textContent(),
  );

async function join(name: string): Promise<void> {
  await window.keyboard.press('t');
  await window.getByRole('combobox', { name: 'Name or address' }).fill(name);
  await expect(dialog().getByRole('option').first()).toContainText(name);
  await window.keyboard.press('Enter');
}

test('the sender page says what Acquaint makes of a person, the strength as a sum', async () => {
  await window.keyboard.press('s');
  await expect(window.getByRole('heading', { name: 'Who is this?' })).toBeVisible();
  const sum = window.getByRole('list', { name: 'What the strength is the sum of' });
  await expect(sum).toContainText('together');
  const parts = await sum.locator('li > span:first-child').allTextContents();
  const total = Number(parts.pop());
  const together = parts.reduce((so, part) => so + Number(part), 0);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.abs(together - total)).toBeLessThan(0.5);
  await expect(window.getByText(/^You would answer about \d+ in 100 messages of theirs/)).toBeVisible();
  await sum.getByRole('button').first().click();
  await sum.locator('button:has(time)').first().click();
  await expect(dialog().locator('header').first()).toBeVisible();
  await window.keyboard.press('Escape');
  await takeScreenshots(window, 'sender-standing');
});

test('t finds the other person, shows what joining would change, and joins them', async () => {
  const before = await figure('They wrote');
  await join('Col Brennan');
  const preview = dialog().getByRole('region', { name: 'What this would change' });
  await expect(preview).toContainText(/in your inbox/, { timeout: 20_000 });
  await takeScreenshots(window, 'join');
  await window.keyboard.press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(joined()).toBeVisible();
  await expect.poll(async () => await figure('They wrote')).toBeGreaterThan(before);
  await joined().scrollIntoViewIfNeeded();
  await takeScreenshots(window, 'joined');
});

test('z takes the join back', async () => {
  const before = await figure('They wrote');
  await window.keyboard.press('z');
  await expect(joined()).toHaveCount(0);
  await expect.poll(async () => await figure('They wrote')).toBeLessThan(before);
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: 'Command' }).fill('join');
  await expect(window.getByRole('option', { name: /Join with another person/ })).toBeVisible();
  await window.keyboard.press('Escape');
});

test('an address is taken out again, and comes back by the Undo of its notice', async () => {
  const alone = await figure('They wrote');
  await join('Col Brennan');
  await expect(dialog()).toContainText(/in your inbox/, { timeout: 20_000 });
  await window.keyboard.press('Enter');
  await expect.poll(async () => await figure('They wrote')).toBeGreaterThan(alone);
  const before = await figure('They wrote');
  await window.keyboard.press('Shift+T');
  await dialog()
    .getByRole('radio', { name: /col.brennan@/ })
    .check();
  await expect(dialog()).toContainText(/in your inbox/, { timeout: 20_000 });
  await takeScreenshots(window, 'split');
  await dialog().getByRole('button', { name: 'It is somebody else' }).click();
  await expect(window.getByRole('heading', { name: 'Not theirs' })).toBeVisible();
  await expect.poll(async () => await figure('They wrote')).toBe(alone);
  await window.getByRole('heading', { name: 'Not theirs' }).scrollIntoViewIfNeeded();
  await takeScreenshots(window, 'parted');
  await window
    .getByRole('region', { name: 'What just happened' })
    .locator('div', { hasText: 'is somebody else, from now on' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(window.getByRole('heading', { name: 'Not theirs' })).toHaveCount(0);
  await expect.poll(async () => await figure('They wrote')).toBe(before);
});

test('every address says why it is hers, and opens the message it rests on', async () => {
  await window.keyboard.press('/');
  await window.getByLabel('Search all mail').fill('museum stage in Lund');
  await window.getByRole('button', { name: 'Who is Hanna Bergström?' }).click();
  await expect(window.getByText('hanna.bergstrom@bergstrom-scener.example', { exact: true })).toBeVisible();
  await window.getByRole('button', { name: /said on 24 August 2026 that .+ is theirs too/ }).click();
  await window.getByRole('button', { name: /24 Aug 2026 Hanna Bergström Leaving Formcraft/ }).click();
  await expect(dialog()).toContainText('Please use my new address');
  await window.keyboard.press('Escape');
  await takeScreenshots(window, 'addresses');
});

test('the word on a person wins at once and is taken back', async () => {
  await window.keyboard.press('x');
  await expect(window.getByRole('button', { name: /^I don’t/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(window.getByText('You said that you do not know them')).toBeVisible();
  await window.keyboard.press('z');
  await expect(window.getByRole('button', { name: /^I don’t/ })).toHaveAttribute('aria-pressed', 'false');
  await expect(window.getByText('You said that you do not know them')).toHaveCount(0);
});
