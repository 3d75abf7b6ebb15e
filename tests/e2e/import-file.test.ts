/** A file instead of an account: choose it, say who you are, and the queue is there; a file that cannot be read says so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { zip } from '#tests/helpers/archives.ts';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';

const sampleMbox = path.resolve(import.meta.dirname, '../../resources/sample/mailbox.mbox');

/** The system's dialog answers with these paths. */
async function answerDialogWith(app: ElectronApplication, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] });
  }, filePaths);
}

test('an mbox becomes a ranked queue once the user has said who he or she is', async () => {
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await answerDialogWith(app, [sampleMbox]);
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(window.getByRole('heading', { name: 'Who are you?' })).toBeVisible({ timeout: 30_000 });
    await expect(window.getByRole('checkbox', { name: /naomi\.adler@post\.example/ })).toBeChecked();
    await takeScreenshots(window, 'who-are-you');
    await window.getByRole('button', { name: 'That is me' }).click();
    await expect(window.getByRole('listbox')).toBeVisible({ timeout: 30_000 });
    await expect(window.getByRole('option').first()).toContainText(/You wrote \d+ times/, { timeout: 30_000 });
  } finally {
    await app.close();
  }
});

test('a Takeout is imported as it comes, in parts, without unpacking it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-takeout-'));
  const parts = [
    zip([{ name: 'Takeout/archive_browser.html', content: '<html>' }]),
    zip([{ name: 'Takeout/Mail/All mail Including Spam and Trash.mbox', content: readFileSync(sampleMbox) }]),
  ].map((content, index) => {
    const file = path.join(folder, `takeout-20260302T090000Z-00${index + 1}.zip`);
    writeFileSync(file, content);
    return file;
  });
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await answerDialogWith(app, parts);
    await takeScreenshots(window, 'import-takeout');
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(window.getByRole('checkbox', { name: /naomi\.adler@post\.example/ })).toBeChecked({ timeout: 30_000 });
    await window.getByRole('button', { name: 'That is me' }).click();
    await expect(window.getByRole('option').first()).toContainText(/You wrote \d+ times/, { timeout: 30_000 });
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an archive that was not downloaded to its end is refused in words', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-takeout-'));
  const whole = zip([{ name: 'Takeout/Mail/Inbox.mbox', content: readFileSync(sampleMbox) }]);
  writeFileSync(path.join(folder, 'takeout.zip'), whole.subarray(0, whole.length - 5000));
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await answerDialogWith(app, [path.join(folder, 'takeout.zip')]);
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(window.getByText(/cannot be unpacked/).first()).toBeVisible();
    await takeScreenshots(window, 'import-cut-archive');
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a file that is gone is refused in words, and nothing else happens', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-no-mail-'));
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    await answerDialogWith(app, [path.join(folder, 'gone.mbox')]);
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(window.getByText(/gone\.mbox/).first()).toBeVisible();
    await takeScreenshots(window, 'import-refused');
    await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
