import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { placeOnScreen, readWindowMemory, writeWindowMemory } from '#main/app/window-memory.ts';

const SCREEN = { x: 0, y: 25, width: 1440, height: 875 };

function aFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'acquaint-window-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

describe('the window’s memory', () => {
  it('comes back as it was, for the user’s eyes only', async () => {
    const dir = aFolder();
    const memory = { bounds: { x: 10, y: 40, width: 900, height: 700 }, maximised: true, theme: 'dark' } as const;
    await writeWindowMemory(dir, memory);
    expect(readWindowMemory(dir)).toEqual(memory);
    expect(readdirSync(dir)).toEqual(['window.json']);
    expect(statSync(path.join(dir, 'window.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', 'null', '[]', '{"bounds":{"x":"left"},"maximised":3,"theme":"pink"}'])(
    'is a fresh one where the file holds %j',
    (text) => {
      const dir = aFolder();
      writeFileSync(path.join(dir, 'window.json'), text);
      expect(readWindowMemory(dir)).toEqual({ maximised: false, theme: 'system' });
    },
  );

  it('keeps what can be read of a damaged one', () => {
    const dir = aFolder();
    writeFileSync(path.join(dir, 'window.json'), '{"bounds":{"x":1.5},"theme":"dark"}');
    expect(readWindowMemory(dir)).toEqual({ maximised: false, theme: 'dark' });
  });
});

describe('placeOnScreen', () => {
  it('puts the window where it was', () => {
    const bounds = { x: 200, y: 100, width: 1000, height: 700 };
    expect(placeOnScreen(bounds, [SCREEN])).toEqual(bounds);
  });

  it('lets the system place it where its screen is gone', () => {
    expect(placeOnScreen({ x: 3000, y: 100, width: 1000, height: 700 }, [SCREEN])).toEqual({
      width: 1280,
      height: 840,
    });
    expect(placeOnScreen({ x: 1400, y: 100, width: 1000, height: 700 }, [SCREEN])).toEqual({
      width: 1280,
      height: 840,
    });
    expect(placeOnScreen({ x: 0, y: 0, width: 40, height: 30 }, [SCREEN])).toEqual({ width: 1280, height: 840 });
  });

  it('fits a small screen', () => {
    expect(placeOnScreen(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 });
    expect(placeOnScreen(undefined, [])).toEqual({ width: 1280, height: 840 });
  });
});
