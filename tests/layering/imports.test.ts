/** Each wrong import really fails: the project's own compiler and linter settings, on files that break the rules. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const projectDir = path.resolve(import.meta.dirname, '../..');
const settings = ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'oxlint.config.ts', 'scripts/layers.ts'];
const folders = ['core', 'main', 'preload', 'renderer', 'scripts', 'tests'];

/** Files that nothing is wrong with, for the others to import. */
const innocent = {
  'core/mail/message.ts': `export const subject = 'Hello';`,
  'main/store/people.ts': `export const people = 1;`,
  'main/gmail/client.ts': `import { subject } from '#core/mail/message.ts';\nexport const client = subject;`,
  'main/engine/engine.ts': `import { people } from '#main/store/people.ts';\nimport { client } from '#main/gmail/client.ts';\nexport const engine = [people, client];`,
  'main/ipc/queue.ts': `import { engine } from '#main/engine/engine.ts';\nexport const queue = engine;`,
  'main/ipc/register.ts': `import { ipcMain } from 'electron';\nexport const channels = ipcMain.eventNames();`,
  'preload/index.ts': `import { contextBridge } from 'electron';\nimport { subject } from '#core/mail/message.ts';\ncontextBridge.exposeInMainWorld('acquaint', { subject });`,
  'renderer/main.tsx': `import { subject } from '#core/mail/message.ts';\ndocument.title = subject;`,
  'scripts/none.ts': `export {};`,
  'tests/none.ts': `export {};`,
};

/** A wrong import, and a word of the linter's answer. */
const wrongForTheLinter: Record<string, readonly [text: string, answer: string]> = {
  'renderer/from-main.ts': [`import '#main/store/people.ts';`, 'window.acquaint'],
  'renderer/from-node.ts': [`import 'node:fs';`, 'window.acquaint'],
  'core/from-node.ts': [`import 'node:fs';`, 'core is pure'],
  'core/from-main.ts': [`import '../main/store/people.ts';`, 'core is pure'],
  'core/from-react.ts': [`import 'react';`, 'core is pure'],
  'preload/ipc-main.ts': [`import { ipcMain } from 'electron';\nipcMain.eventNames();`, 'Raw IPC'],
  'main/ipc/handler.ts': [`import { app } from 'electron';\napp.quit();`, 'Electron is for'],
  'main/ipc/sql.ts': [`import '#main/store/people.ts';`, 'main/engine only'],
  'main/app/raw-ipc.ts': [`import { ipcMain } from 'electron';\nipcMain.eventNames();`, 'Raw IPC'],
  'main/store/from-gmail.ts': [`import '#main/gmail/client.ts';`, 'it knows no Gmail'],
  'main/store/from-gmail-beside.ts': [`import '../gmail/client.ts';`, 'it knows no Gmail'],
  'main/store/from-electron.ts': [`import type { App } from 'electron';\nexport type It = App;`, 'Electron is for'],
  'main/gmail/from-store.ts': [`export { people } from '#main/store/people.ts';`, 'main/gmail imports core'],
  'main/engine/from-ipc.ts': [`import '#main/ipc/queue.ts';`, 'never main/app or main/ipc'],
  'main/engine/sql.ts': [
    `import Database from 'better-sqlite3';\nnew Database(':memory:').close();`,
    'SQL is in main/store',
  ],
  'main/outbox/keychain.ts': [`import 'keytar';`, 'The keychain is reached'],
};

/** A wrong import that does not even compile. */
const wrongForTheCompiler: Record<string, string> = {
  'core/from-node.ts': `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`,
  'core/the-dom.ts': `export const title = document.title;`,
  'core/the-process.ts': `export const here = process.cwd();`,
  'core/from-main.ts': `export { people } from '#main/store/people.ts';`,
  'renderer/from-main.ts': `export { people } from '#main/store/people.ts';`,
  'renderer/from-main-beside.ts': `export { client } from '../main/gmail/client.ts';`,
  'renderer/the-process.ts': `export const here = process.cwd();`,
  'preload/from-main.ts': `export { people } from '#main/store/people.ts';`,
  'main/from-renderer.ts': `export * from '../renderer/main.tsx';`,
  'main/the-dom.ts': `export const title = document.title;`,
};

/** As the linter reports it in JSON. */
interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'acquaint-layering-'));
  linkPackages();
  for (const file of [...settings, ...folders.map((folder) => `${folder}/tsconfig.json`)]) {
    cpSync(path.join(projectDir, file), path.join(dir, file));
  }
  for (const [file, text] of Object.entries(innocent)) write(file, text);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the linter', () => {
  let answers: readonly Diagnostic[];

  beforeAll(async () => {
    const wrong = Object.entries(wrongForTheLinter);
    for (const [file, [text]] of wrong) write(file, text);
    const report = JSON.parse(await outputOf('oxlint/bin/oxlint', '--format=json', '.')) as {
      diagnostics: Diagnostic[];
    };
    answers = report.diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)');
    for (const [file] of wrong) rmSync(path.join(dir, file));
  });

  it.each(Object.entries(wrongForTheLinter))('refuses %s', (file, [, answer]) => {
    expect(answersAbout(file)).toContain(answer);
  });

  it.each(Object.keys(innocent))('has no import to refuse in %s', (file) => {
    expect(answersAbout(file)).toBe('');
  });

  function answersAbout(file: string): string {
    const about = answers.filter((answer) => answer.filename === file);
    return about.map(({ message, help }) => `${message} ${help ?? ''}`).join('\n');
  }
});

describe('the compiler', () => {
  let answersToInnocent: string;
  let answers: string;

  beforeAll(async () => {
    answersToInnocent = await compile();
    for (const [file, text] of Object.entries(wrongForTheCompiler)) write(file, text);
    answers = await compile();
  });

  it.each(Object.keys(wrongForTheCompiler))('refuses %s', (file) => {
    expect(answers).toContain(`${file}(1,`);
  });

  it('finds nothing wrong with imports that follow the rules', () => {
    expect(answersToInnocent).toBe('');
  });

  function compile(): Promise<string> {
    return outputOf('typescript/bin/tsc', '--build', '--pretty', 'false');
  }
});

/** One by one: through a link to the whole of node_modules the compiler would write into the project's own cache. */
function linkPackages(): void {
  mkdirSync(path.join(dir, 'node_modules'));
  for (const name of readdirSync(path.join(projectDir, 'node_modules'))) {
    if (name.startsWith('.')) continue;
    symlinkSync(path.join(projectDir, 'node_modules', name), path.join(dir, 'node_modules', name), 'junction');
  }
}

function write(file: string, text: string): void {
  const place = path.join(dir, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, `${text}\n`);
}

/** What a tool of node_modules prints, whatever its exit code. */
function outputOf(tool: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const program = path.join(dir, 'node_modules', tool);
    execFile(process.execPath, [program, ...args], { cwd: dir }, (_, stdout) => resolve(stdout));
  });
}
