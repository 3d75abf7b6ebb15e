/** Light, dark or as the system has it. The shell remembers it too, for menus and for the empty window. */
import { ask } from '../engine/ask.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'acquaint.theme';

export function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function applyStoredTheme(): void {
  show(storedTheme());
}

export async function chooseTheme(theme: Theme): Promise<void> {
  localStorage.setItem(KEY, theme);
  show(theme);
  await ask('shell.setTheme', { theme });
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
