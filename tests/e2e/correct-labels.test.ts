/** The user finds a label wrong: corrects it, sees first what that would change, and takes it back, by keys and by mouse. */
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
  await window.keyboard.press('g');
  await window.keyboard.press('s');
  await expect(window.getByRole('heading', { level: 1, name: 'Strangers' })).toBeVisible();
});
test.afterAll(async () => await app.close());

const dialog = () => window.getByRole('dialog');
const activeRow = () => window.locator('[role=option][data-active=true]');

/** Every row of the lane with its labels, as a screen reader hears it; a dialog hides them from one. */
async function rows(): Promise<readonly string[]> {
  return await window
    .locator('#message-list [role=option]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
}

async function goToColdOutreach(): Promise<void> {
  await window.keyboard.press('Home');
  for (let turn = 0; turn < 60; turn += 1) {
    if ((await activeRow().getAttribute('aria-label'))?.includes('cold outreach') === true) return;
    await window.keyboard.press('j');
  }
  throw new Error('the sample has no cold outreach');
}

test('a label opens to the words it rests on, marked in the message', async () => {
  await goToColdOutreach();
  const reason = window.locator('#message-content button[aria-expanded]').filter({ hasText: 'cold outreach' });
  await reason.click();
  await expect(window.locator('#message-content mark').first()).toBeVisible();
  await expect(window.getByRole('button', { name: 'Not “cold outreach”' })).toBeVisible();
  await takeScreenshots(window, 'label-evidence');
});

test('by keys: w, the choice, what it would change, Enter; z takes it back to the letter', async () => {
  await goToColdOutreach();
  const before = await rows();
  const name = await activeRow().getAttribute('aria-label');
  await window.keyboard.press('w');
  await expect(dialog()).toContainText('Not “cold outreach”');
  await takeScreenshots(window, 'correct-labels');
  await window.keyboard.type('not cold');
  await window.keyboard.press('Enter');
  await expect(dialog()).toContainText('What would this change?');
  await expect(dialog().getByRole('region', { name: 'Other messages' })).toBeVisible();
  await expect(dialog().getByRole('region', { name: 'This message' })).toContainText('cold outreach');
  await takeScreenshots(window, 'foreseen');
  expect(await rows()).toEqual(before);
  await expect(dialog().getByRole('button', { name: 'Apply' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(window.getByText(/^Not “cold outreach”/).first()).toBeVisible();
  await expect.poll(rows).not.toContain(name);
  await expect(window.locator('#message-content')).toContainText('You said that this is not “cold outreach”');
  await takeScreenshots(window, 'corrected');
  await window.keyboard.press('z');
  await expect.poll(rows).toEqual(before);
});

test('by mouse: the sender for ever, from the reasons, and back by the button of the toast', async () => {
  await goToColdOutreach();
  const before = await rows();
  await window.locator('#message-content').getByRole('button', { name: 'Correct' }).click();
  await dialog().getByRole('combobox').fill('never outreach');
  await dialog().getByRole('option').first().click();
  await expect(dialog().getByRole('button', { name: 'Apply' })).toBeEnabled();
  await expect(dialog().getByRole('region', { name: 'Other messages' }).getByRole('listitem').first()).toBeVisible();
  await takeScreenshots(window, 'foreseen-sender');
  // What would move can be read first.
  await dialog().getByRole('listitem').getByRole('button').first().click();
  await expect(window.getByRole('dialog', { name: 'From your record' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'From your record' })).toHaveCount(0);
  await dialog().getByRole('button', { name: 'Apply' }).click();
  await expect.poll(rows).not.toEqual(before);
  await window.getByRole('region', { name: 'What just happened' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(rows).toEqual(before);
});

test('from the command palette, and nothing changes when it is cancelled', async () => {
  const before = await rows();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('correct');
  await window.keyboard.press('Enter');
  await expect(dialog()).toContainText('This message');
  await window.keyboard.type('this is recr');
  await window.keyboard.press('Enter');
  await expect(dialog().getByRole('heading', { name: 'This is “recruiter”' })).toBeVisible();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog()).toHaveCount(0);
  expect(await rows()).toEqual(before);
});
