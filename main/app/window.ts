/** The one window. */
import { BrowserWindow, dialog, nativeTheme, screen, type Session } from 'electron';
import { EVENT_CHANNEL } from '#core/contract/bridge.ts';
import type { AppEvent } from '#core/contract/events.ts';
import { START_PAGE } from './app-files.ts';
import { reportKeyPresses } from './key-presses.ts';
import { guardNavigation } from './navigation.ts';
import { placeOnScreen, readWindowMemory, type WindowMemory, writeWindowMemory } from './window-memory.ts';

export interface MainWindow {
  /** Undefined while no window is open (macOS). */
  current(): BrowserWindow | undefined;
  /** Opens the window, or brings it to the front. */
  show(): void;
  send(event: AppEvent): void;
  setTheme(theme: WindowMemory['theme']): void;
}

/** A page that crashes twice within this time is not loaded a third time. */
const CRASH_PAUSE_MS = 5000;

/** The colour of the empty window, so that opening and resizing do not flash (--canvas in renderer/ui/tokens.css). */
function canvas(): string {
  return nativeTheme.shouldUseDarkColors ? '#141716' : '#f6f6f4';
}

/** Call after the app is ready. */
export function mainWindow(options: {
  readonly session: Session;
  readonly preloadFile: string;
  readonly profileDir: string;
}): MainWindow {
  let memory = readWindowMemory(options.profileDir);
  let open: BrowserWindow | undefined;
  let crashedAt = 0;
  nativeTheme.themeSource = memory.theme;

  function remember(changes: Partial<WindowMemory>): void {
    memory = { ...memory, ...changes };
    // Forgetting where the window was is not worth a word to the user.
    writeWindowMemory(options.profileDir, memory).catch(() => undefined);
  }

  function send(event: AppEvent): void {
    if (open && !open.isDestroyed()) open.webContents.send(EVENT_CHANNEL, event);
  }

  function create(): BrowserWindow {
    const window = new BrowserWindow({
      ...placeOnScreen(
        memory.bounds,
        [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea),
      ),
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Acquaint',
      backgroundColor: canvas(),
      autoHideMenuBar: true,
      webPreferences: {
        session: options.session,
        preload: options.preloadFile,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        disableDialogs: true,
        safeDialogs: true,
        plugins: false,
        webgl: false,
        // Only macOS has a spelling checker that asks no server for its dictionaries.
        spellcheck: process.platform === 'darwin',
      },
    });
    guardNavigation(window.webContents, (url) => send({ type: 'link-clicked', url }));
    reportKeyPresses(window.webContents, (press) => send({ type: 'key-pressed', press }));
    window.once('ready-to-show', () => {
      if (memory.maximised) window.maximize();
      window.show();
    });
    window.on('close', () => remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() }));
    window.on('closed', () => (open = undefined));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') comeBack(window);
    });
    // An empty window can be closed; one that never shows cannot.
    window.loadURL(START_PAGE).catch(() => window.show());
    return window;
  }

  /** Mail can crash a page: the user gets the queue back. One that crashes at once again would do so for ever. */
  function comeBack(window: BrowserWindow): void {
    const sinceLastMs = Date.now() - crashedAt;
    crashedAt = Date.now();
    if (sinceLastMs > CRASH_PAUSE_MS) window.webContents.reload();
    else dialog.showErrorBox('The window has stopped working', 'Your mail is safe. Close Acquaint and open it again.');
  }

  nativeTheme.on('updated', () => open?.setBackgroundColor(canvas()));

  return {
    current: () => open,
    show: () => {
      open ??= create();
      if (open.isMinimized()) open.restore();
      if (open.isVisible()) open.focus();
    },
    send,
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      remember({ theme });
    },
  };
}
