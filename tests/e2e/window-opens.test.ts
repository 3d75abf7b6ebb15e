import { expect, test } from '@playwright/test';
import { launchAcquaint, takeScreenshots } from '#tests/helpers/electron-app.ts';

test('the app opens one window and shows something in it', async () => {
  const app = await launchAcquaint();
  try {
    const window = await app.firstWindow();
    const complaints: string[] = [];
    window.on('pageerror', (error) => complaints.push(error.message));
    await expect(window.locator('#root')).not.toBeEmpty();
    expect(await window.title()).toContain('Acquaint');
    expect(app.windows()).toHaveLength(1);
    expect(complaints).toEqual([]);
    await takeScreenshots(window, 'window-opens');
  } finally {
    await app.close();
  }
});
