import { afterEach, describe, expect, it } from 'vitest';
import { isInert } from '../../../renderer/keys/is-inert.ts';

function place(html: string, selector: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('isInert', () => {
  it.each([
    '<input>',
    '<input type="search">',
    '<textarea></textarea>',
    '<select></select>',
    '<p contenteditable="true"></p>',
  ])('leaves keys to who types in %s', (html) => {
    expect(isInert(place(html, '*:not(html, head, body)'), 'e')).toBe(true);
  });

  it('acts in the list, on the page and on a ticked box', () => {
    expect(isInert(place('<div role="listbox" tabindex="0"></div>', 'div'), 'e')).toBe(false);
    expect(isInert(document.body, 'e')).toBe(false);
    expect(isInert(place('<input type="checkbox">', 'input'), 'e')).toBe(false);
  });

  it('rests while a dialog or a menu is open, wherever the focus is', () => {
    document.body.innerHTML = '<div role="listbox"></div><div role="dialog"></div>';
    expect(isInert(document.querySelector('[role=listbox]'), 'e')).toBe(true);
    document.body.innerHTML = '<div role="menu"></div>';
    expect(isInert(document.body, 'e')).toBe(true);
  });

  it('leaves Enter and the arrows to a message that has the focus, and takes its letters', () => {
    const frame = place('<iframe data-own-arrows=""></iframe>', 'iframe');
    expect(isInert(frame, 'Enter')).toBe(true);
    expect(isInert(frame, 'ArrowDown')).toBe(true);
    expect(isInert(frame, 'j')).toBe(false);
  });

  it('leaves Enter to a button and arrows to text that scrolls', () => {
    expect(isInert(place('<button>x</button>', 'button'), 'Enter')).toBe(true);
    expect(isInert(place('<button>x</button>', 'button'), 'e')).toBe(false);
    expect(isInert(place('<div data-own-arrows=""><p>x</p></div>', 'p'), 'ArrowDown')).toBe(true);
    expect(isInert(place('<div data-own-arrows=""><p>x</p></div>', 'p'), 'j')).toBe(false);
  });
});
