import { afterEach, describe, expect, it } from 'vitest';
import { openWindow, type OpenWindow } from '../open-window.tsx';

let opened: OpenWindow | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

const dialog = (): Element | null => document.querySelector('[role=dialog]');

describe('the focus', () => {
  it('is in the part of the key sheet that scrolls, and back in the list when it closes', async () => {
    opened = await openWindow();
    document.getElementById('message-list')?.focus();
    opened.press('?');
    await opened.settle();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('All keys');
    opened.press('Escape');
    await opened.settle();
    expect(dialog()).toBeNull();
    expect(document.activeElement?.id).toBe('message-list');
  });

  it('goes back to the button that opened a dialog', async () => {
    opened = await openWindow();
    const correct = opened.button(/^Correct/);
    correct.focus();
    opened.click(correct);
    await opened.settle();
    expect(dialog()).not.toBeNull();
    opened.press('Escape');
    await opened.settle();
    expect(document.activeElement).toBe(correct);
  });

  it('is in the list again after the palette', async () => {
    opened = await openWindow();
    document.getElementById('message-list')?.focus();
    opened.press('k', { ctrlKey: true });
    await opened.settle();
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    opened.press('Escape');
    await opened.settle();
    expect(document.activeElement?.id).toBe('message-list');
  });
});
