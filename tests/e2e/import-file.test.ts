/** A file instead of an account: choose it, say who you are, and the queue is there; a file that cannot be read says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type ElectronApplication } from '@playwright/test';
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
