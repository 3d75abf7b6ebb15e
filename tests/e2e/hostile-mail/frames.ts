/** Pages that hold many pieces of hostile mail, each in a frame of its own. */
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** As the reading pane has it: `sandbox=""`. Without: what a frame is that somebody forgot to lock. */
export type FrameKind = 'sandboxed' | 'open';

/** A whole page of frames. */
export function pageOfFrames(pieces: readonly string[], kind: FrameKind): string {
  const frames = pieces.map(
    (html) => `<iframe ${kind === 'sandboxed' ? 'sandbox=""' : ''} srcdoc="${attribute(html)}"></iframe>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>host</title>${frames.join('\n')}`;
}

/** The same frames inside a page that is already there. Resolves when each has loaded or given up. */
export async function addFrames(page: Page, pieces: readonly string[], kind: FrameKind): Promise<void> {
  await page.evaluate(
    async ([documents, sandboxed]) => {
      await Promise.all(
        documents.map(
          (html) =>
            new Promise<void>((resolve) => {
              const frame = document.createElement('iframe');
              if (sandboxed) frame.setAttribute('sandbox', '');
              frame.srcdoc = html;
              frame.addEventListener('load', () => resolve());
              setTimeout(resolve, 5000);
              document.body.append(frame);
            }),
        ),
      );
    },
    [pieces, kind === 'sandboxed'] as const,
  );
}

/** An Electron without our walls, showing an empty page. */
export async function launchBareWindow(): Promise<ElectronApplication> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await _electron.launch({ args: [path.join(import.meta.dirname, 'bare-window'), ...root] });
}

/** Slow attacks get their time: there is nothing to wait for when nothing may happen. */
export async function patience(ms = 3000): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function attribute(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
