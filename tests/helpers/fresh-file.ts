/** Before each test file: what a file before it in the same process may have left behind is put back. */
import { vi } from 'vitest';
import { numberMessagesFromOne } from './builders.ts';
import { numberLettersFromOne } from './letters.ts';

numberMessagesFromOne();
numberLettersFromOne();
vi.useRealTimers();
if (typeof document !== 'undefined') {
  for (const element of [document.documentElement, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  document.head.innerHTML = '';
  document.body.innerHTML = '';
  localStorage.clear();
}
