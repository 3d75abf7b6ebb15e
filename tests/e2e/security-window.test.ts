/** The walls around the window, as they stand in the running app. */
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { CONTENT_POLICY } from '#main/app/app-files.ts';
import { launchAcquaint } from '#tests/helpers/electron-app.ts';
import type {} from '../../renderer/window.d.ts';

let app: ElectronApplication;
let page: Page;
let profileDir: string;

test.beforeAll(async () => {
  profileDir = mkdtempSync(path.join(tmpdir(), 'acquaint-walls-'));
  app = await launchAcquaint({ profileDir });
  page = await app.firstWindow();
  await page.waitForLoadState();
});

test.afterAll(async () => {
  await app.close();
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
});

test('every page is sandboxed, isolated and without Node', async () => {
  const preferences = await app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) => (contents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences()),
  );
  expect(preferences).toHaveLength(1);
  for (const each of preferences) {
    expect(each).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
    });
  }
});

test('the page has window.acquaint and nothing of Node or Electron', async () => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.entries(window.acquaint).map(([name, value]) => `${name}: ${typeof value}`),
    opener: globalThis.opener as unknown,
  }));
  expect(seen.node).toEqual([]);
  expect(seen.bridge.toSorted((one, other) => one.localeCompare(other))).toEqual([
    'onEvent: function',
    'pathForFile: function',
    'platform: string',
    'request: function',
  ]);
  expect(seen.opener).toBeNull();
});

test('the bridge cannot be changed by the page', async () => {
  const changed = await page.evaluate(() => {
    try {
      (window.acquaint as { request: unknown }).request = () => 'mine';
    } catch {
      // Refused loudly is refused.
    }
    try {
      (globalThis as unknown as { acquaint: unknown }).acquaint = 'mine';
    } catch {
      // As above.
    }
    return (
      Object.values(window.acquaint).some((member) => String(member).includes('mine')) ||
      typeof window.acquaint === 'string'
    );
  });
  expect(changed).toBe(false);
});

test('every answer of our scheme carries the policy, a refusing one too', async () => {
  const answers = await page.evaluate(async () => {
    const places = [
      'index.html',
      'no-such-file.js',
      'secret.db',
      '..%2f..%2fpackage.json',
      '%2e%2e%2fmain%2findex.cjs',
    ];
    return await Promise.all(
      places.map(async (place) => {
        const answer = await fetch(`app://acquaint/${place}`);
        return {
          status: answer.status,
          policy: answer.headers.get('Content-Security-Policy'),
          sniff: answer.headers.get('X-Content-Type-Options'),
        };
      }),
    );
  });
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404]);
  for (const answer of answers) expect(answer).toMatchObject({ policy: CONTENT_POLICY, sniff: 'nosniff' });
});

test('our scheme answers questions only', async () => {
  const status = await page.evaluate(
    async () => (await fetch('app://acquaint/index.html', { method: 'POST', body: 'x' })).status,
  );
  expect(status).toBe(405);
});

test('no permission is granted', async () => {
  const answers = await page.evaluate(async () => {
    const named = async (name: string) =>
      await navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => `${name}: ${state}`,
        () => `${name}: unknown`,
      );
    const asked = async (name: string, work: () => Promise<unknown>) =>
      await work().then(
        () => `${name}: granted`,
        () => `${name}: denied`,
      );
    const states = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'screen-wake-lock',
      'idle-detection',
      'local-fonts',
    ];
    return {
      queried: await Promise.all(states.map(named)),
      asked: await Promise.all([
        asked(
          'geolocation',
          async () => await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        asked(
          'camera and microphone',
          async () => await navigator.mediaDevices.getUserMedia({ video: true, audio: true }),
        ),
        asked('screen', async () => await navigator.mediaDevices.getDisplayMedia()),
        asked('clipboard', async () => await navigator.clipboard.readText()),
        asked('midi', async () => await navigator.requestMIDIAccess({ sysex: true })),
        asked('pointer', async () => await document.body.requestPointerLock()),
        asked('notifications', async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('no');
        }),
      ]),
    };
  });
  expect(answers.queried.filter((answer) => answer.endsWith('granted'))).toEqual([]);
  expect(answers.asked.filter((answer) => answer.endsWith('granted'))).toEqual([]);
});

test('malformed requests are refused in words', async () => {
  const answers = await page.evaluate(async () => {
    const bridge = window.acquaint as unknown as { request: (...args: unknown[]) => Promise<unknown> };
    const ask = async (...args: unknown[]) => await bridge.request(...args);
    return await Promise.all([
      ask('no.such', {}),
      ask('__proto__', {}),
      ask(undefined),
      ask({ toString: 'status.get' }, {}),
      ask('message.get', { id: 'one' }),
      ask('message.get'),
      ask('action.run', { ids: [1], kind: 'delete everything' }),
      ask('shell.setTheme', { theme: 'pink' }),
      ask('import.run', { paths: [] }),
    ]);
  });
  expect(answers.map((answer) => (answer as { error: { kind: string } }).error.kind)).toEqual([
    ...Array.from({ length: 4 }, () => 'not-allowed'),
    ...Array.from({ length: 5 }, () => 'invalid-input'),
  ]);
});

test('dangerous links are not handed to the system', async () => {
  const opened = await app.evaluateHandle(({ shell }) => {
    const urls: string[] = [];
    shell.openExternal = async (url) => await Promise.resolve(void urls.push(url));
    return urls;
  });
  const answers = await page.evaluate(async () => {
    const urls = [
      'file:///etc/passwd',
      'smb://server/share',
      'ms-msdt:/id',
      'javascript:alert(1)',
      'vscode://x',
      '\\\\server\\x',
      'https://a@b.example/',
      'mailto:a@b.example?attach=/etc/passwd',
    ];
    return await Promise.all(urls.map(async (url) => (await window.acquaint.request('shell.openLink', { url })).ok));
  });
  expect(answers).toEqual([false, false, false, false, false, false, true, true]);
  expect(await opened.jsonValue()).toEqual(['https://b.example/', 'mailto:a@b.example']);
});

test('another window with our preload script, and a frame in it, are not served', async () => {
  const answers = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const ours = BrowserWindow.getAllWindows()[0]?.webContents.session;
    if (!ours) throw new Error('no window');
    const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { session: ours, preload, nodeIntegrationInSubFrames: true },
    });
    await other.loadURL('app://acquaint/index.html');
    const { mainFrame } = other.webContents;
    await mainFrame.executeJavaScript(
      "new Promise((done) => { const frame = document.createElement('iframe'); frame.srcdoc = 'x'; frame.onload = () => done(); document.body.append(frame); })",
    );
    const ask = "window.acquaint ? window.acquaint.request('status.get', {}) : 'no bridge'";
    const subFrame = mainFrame.frames[0];
    const result = [await mainFrame.executeJavaScript(ask), await subFrame?.executeJavaScript(ask)] as unknown[];
    other.destroy();
    return result;
  });
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
});

test('a frame in our own window has no bridge', async () => {
  const seen = await page.evaluate(
    async () =>
      await new Promise<string>((resolve) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = 'x';
        frame.addEventListener('load', () =>
          resolve(typeof (frame.contentWindow as { acquaint?: unknown } | null)?.acquaint),
        );
        document.body.append(frame);
      }),
  );
  expect(seen).toBe('undefined');
});

test('a file dropped on the window tells its path to the bridge only', async () => {
  const file = path.join(profileDir, 'dropped.mbox');
  writeFileSync(file, '');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.setInputFiles('#dropped', file);
  const seen = await page.evaluate(() => {
    const chosen = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0];
    return { path: window.acquaint.pathForFile(chosen ?? {}), nothing: window.acquaint.pathForFile({}) };
  });
  expect(seen).toEqual({ path: file, nothing: '' });
});

test('only what the user chose or dropped can be imported', async () => {
  const file = path.join(profileDir, 'private.mbox');
  writeFileSync(file, 'From a@b.example Mon Mar  2 09:00:00 2026\nSubject: private\n\nx\n', { mode: 0o600 });
  const answers = await page.evaluate(
    async (paths) =>
      await Promise.all(paths.map(async (each) => await window.acquaint.request('import.run', { paths: [each] }))),
    [file, '/etc/passwd', profileDir],
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
});

test('what is on disk is the user’s alone', async () => {
  await page.evaluate(async () => await window.acquaint.request('status.get', {}));
  const names = readdirSync(profileDir);
  expect(names).toContain('acquaint.db');
  const open = names
    // Chromium's lock is a link to a name, not a file.
    .filter((name) => name !== 'dropped.mbox' && !lstatSync(path.join(profileDir, name)).isSymbolicLink())
    .filter((name) => (lstatSync(path.join(profileDir, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
});

test('a message that kills the page costs a moment', async () => {
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('no window');
    const back = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    contents.forcefullyCrashRenderer();
    await back;
  });
  const shown = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (await contents?.executeJavaScript("document.querySelector('#root').childElementCount > 0")) as unknown;
  });
  expect(shown).toBe(true);
});

test('a second start brings the first window to the front and ends', async () => {
  const second = await launchAcquaint({ profileDir }).catch(() => undefined);
  const code =
    second === undefined
      ? 'ended'
      : await new Promise((resolve) => second.process().once('exit', () => resolve('ended')));
  expect(code).toBe('ended');
  expect(app.windows()).toHaveLength(1);
});
