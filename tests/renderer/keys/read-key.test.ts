import { describe, expect, it } from 'vitest';
import type { KeyPress } from '#core/contract/events.ts';
import { keyCaps, keyName, readKey } from '../../../renderer/keys/read-key.ts';

function press(key: string, differing: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...differing };
}

describe('keyName', () => {
  it('keeps shifted letters and signs as they are typed', () => {
    expect(keyName(press('J', { shiftKey: true }), false)).toBe('J');
    expect(keyName(press('!', { shiftKey: true }), false)).toBe('!');
  });

  it('says Shift for keys that shift does not change', () => {
    expect(keyName(press('ArrowDown', { shiftKey: true }), false)).toBe('Shift+ArrowDown');
  });

  it('calls Cmd on a Mac what is Ctrl elsewhere', () => {
    expect(keyName(press('k', { metaKey: true }), true)).toBe('Mod+k');
    expect(keyName(press('k', { ctrlKey: true }), false)).toBe('Mod+k');
  });

  it('means nothing with Alt, with the other system’s modifier, or by a modifier alone', () => {
    expect(keyName(press('e', { altKey: true }), false)).toBeUndefined();
    expect(keyName(press('e', { metaKey: true }), false)).toBeUndefined();
    expect(keyName(press('e', { ctrlKey: true }), true)).toBeUndefined();
    expect(keyName(press('Shift', { shiftKey: true }), false)).toBeUndefined();
  });

  it('reads the letter on the key where the layout writes another script', () => {
    expect(keyName(press('о', { code: 'KeyJ' }), false)).toBe('j');
    expect(keyName(press('Т', { code: 'KeyN', shiftKey: true }), false)).toBe('N');
  });

  it('believes the layout where it writes Latin letters', () => {
    // On a Dvorak keyboard the key where QWERTY has J types h.
    expect(keyName(press('h', { code: 'KeyJ' }), false)).toBe('h');
  });
});

describe('readKey', () => {
  it('finds the command of a single key', () => {
    expect(readKey(undefined, 'h')).toEqual({ command: 'act-how-we-know' });
    expect(readKey(undefined, '!')).toEqual({ command: 'act-spam' });
  });

  it('waits for the second key of a sequence', () => {
    expect(readKey(undefined, 'g')).toEqual({ pending: 'g' });
    expect(readKey('g', 's')).toEqual({ command: 'go-stranger' });
  });

  it('does not run the second key alone after a sequence that means nothing', () => {
    expect(readKey('g', 'e')).toEqual({ command: 'go-all' });
    expect(readKey('g', 'h')).toEqual({});
  });
});

describe('keyCaps', () => {
  it('draws modifiers as each system does', () => {
    expect(keyCaps('Mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('J', false)).toEqual(['⇧', 'J']);
    expect(keyCaps('g s', false)).toEqual(['G', 'S']);
    expect(keyCaps('!', false)).toEqual(['!']);
  });
});
