/** What the window looked like when it was last open: place, size, theme. Lost or broken memory is no loss. */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
const memorySchema = z.object({
  bounds: boundsSchema.optional().catch(undefined),
  maximised: z.boolean().catch(false),
  theme: z.enum(THEMES).catch('system'),
});

export type Bounds = z.output<typeof boundsSchema>;
export type WindowMemory = z.output<typeof memorySchema>;

const FIRST_SIZE = { width: 1280, height: 840 };

export function readWindowMemory(profileDir: string): WindowMemory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(memoryFile(profileDir), 'utf8')));
  } catch {
    return memorySchema.parse({});
  }
}

/** Whole or not at all: a window closed during a power cut must not lose the theme. */
export async function writeWindowMemory(profileDir: string, memory: WindowMemory): Promise<void> {
  const file = memoryFile(profileDir);
  await writeFile(`${file}.new`, JSON.stringify(memory), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function memoryFile(profileDir: string): string {
  return path.join(profileDir, 'window.json');
}

/**
 * The remembered place where it is still on a screen, else a size that fits the first screen, centred by the system.
 *
 * A screen that was unplugged must not keep the window. `screens` are the work areas, the main one first.
 */
export function placeOnScreen(
  remembered: Bounds | undefined,
  screens: readonly Bounds[],
): Partial<Bounds> & { readonly width: number; readonly height: number } {
  const visible = remembered && screens.some((screen) => overlap(remembered, screen) >= 100);
  if (remembered && visible && remembered.width >= 400 && remembered.height >= 300) return remembered;
  const [main = { ...FIRST_SIZE, x: 0, y: 0 }] = screens;
  return { width: Math.min(FIRST_SIZE.width, main.width), height: Math.min(FIRST_SIZE.height, main.height) };
}

/** The smaller side of what two rectangles share, 0 where they share nothing. */
function overlap(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, Math.min(width, height));
}
