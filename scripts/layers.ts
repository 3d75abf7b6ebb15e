/**
 * Who may import whom, as a table that the linter enforces. What it means is told in docs/architecture.md.
 *
 * The compiler keeps the folders apart (a tsconfig each). This table keeps the rooms inside `main` apart, and keeps the
 * packages that reach out of the process (Electron, SQLite, the keychain, Google) in the one room that is made for them.
 */
import type { OxlintOverride } from 'oxlint';
import manifest from '../package.json' with { type: 'json' };

/** The rooms of `main`, from the top down. */
const rooms = [
  'app',
  'ipc',
  'engine',
  'outbox',
  'import',
  'gmail',
  'account',
  'unsubscribe',
  'store',
  'network',
] as const;
type Room = (typeof rooms)[number];

/** Packages with an owner, and how an import of them elsewhere is answered. */
const guarded = {
  electron: 'Electron is for main/index.ts, main/app, main/ipc/register.ts and preload. The rest runs without it.',
  'better-sqlite3': 'SQL is in main/store only: call a query function of #main/store.',
  keytar: 'The keychain is reached through #main/account only.',
  '@googleapis/gmail': "Google's client is for main/gmail and main/account only.",
  'google-auth-library': "Google's client is for main/gmail and main/account only.",
} as const;
type Guarded = keyof typeof guarded;

interface Layer {
  readonly files: readonly string[];
  /** The rule as a sentence: what the linter answers with. */
  readonly rule: string;
  /** Rooms of main that may be imported, besides the layer's own. */
  readonly rooms: readonly Room[];
  /** Guarded packages that may be imported. */
  readonly packages: readonly Guarded[];
  /** Whether Node's own modules may be imported. */
  readonly node: boolean;
  /** When given, no other package may be imported. */
  readonly onlyPackages?: readonly string[];
  /** Names that may not be taken from `electron`. */
  readonly notFromElectron?: readonly string[];
}

const rawIpc = ['ipcMain', 'ipcRenderer'];

const layers: readonly Layer[] = [
  {
    files: ['core/**'],
    rule: 'core is pure: it imports nothing but zod, tldts and eld, no Node, no other folder.',
    rooms: [],
    packages: [],
    node: false,
    onlyPackages: ['zod', 'tldts', 'eld'],
  },
  {
    files: ['preload/**'],
    rule: 'preload runs sandboxed: it imports electron and core, nothing else.',
    rooms: [],
    packages: ['electron'],
    node: false,
    onlyPackages: ['electron'],
    notFromElectron: ['ipcMain'],
  },
  {
    files: ['renderer/**'],
    rule: 'The renderer imports core and its own files; it asks main through window.acquaint.',
    rooms: [],
    packages: [],
    node: false,
  },
  {
    files: ['main/index.ts'],
    rule: 'main/index.ts only composes main/app, main/ipc and main/engine.',
    rooms: ['app', 'ipc', 'engine'],
    packages: ['electron'],
    node: true,
    notFromElectron: rawIpc,
  },
  {
    files: ['main/cli.ts', 'main/cli/**'],
    rule: 'The command line reaches the mail through main/engine and runs without Electron.',
    rooms: ['engine'],
    packages: [],
    node: true,
  },
  {
    files: ['main/app/**'],
    rule: 'main/app reaches the mail through main/engine only; main/network tells it which addresses are public.',
    rooms: ['engine', 'network'],
    packages: ['electron'],
    node: true,
    notFromElectron: rawIpc,
  },
  {
    files: ['main/ipc/**'],
    rule: 'IPC handlers reach the mail through main/engine only, and Electron through what main/ipc/register.ts gives them.',
    rooms: ['engine'],
    packages: [],
    node: true,
  },
  {
    files: ['main/ipc/register.ts'],
    rule: 'main/ipc/register.ts is the one file that touches ipcMain; it reaches the mail through main/engine only.',
    rooms: ['engine'],
    packages: ['electron'],
    node: true,
    notFromElectron: ['ipcRenderer'],
  },
  {
    files: ['main/engine/**'],
    rule: 'main/engine runs without Electron: it imports the rooms below it, never main/app or main/ipc.',
    rooms: ['outbox', 'import', 'gmail', 'account', 'unsubscribe', 'store'],
    packages: [],
    node: true,
  },
  {
    files: ['main/outbox/**'],
    rule: 'main/outbox imports gmail, unsubscribe and store, nothing above it.',
    rooms: ['gmail', 'unsubscribe', 'store'],
    packages: [],
    node: true,
  },
  {
    files: ['main/import/**'],
    rule: 'main/import reads files into the store: it imports store and core, nothing above it.',
    rooms: ['store'],
    packages: [],
    node: true,
  },
  {
    files: ['main/gmail/**'],
    rule: 'main/gmail imports core and main/account; what needs Gmail and the store is in main/engine or main/outbox.',
    rooms: ['account'],
    packages: ['@googleapis/gmail', 'google-auth-library'],
    node: true,
  },
  {
    files: ['main/account/**'],
    rule: 'main/account imports core only.',
    rooms: [],
    packages: ['keytar', '@googleapis/gmail', 'google-auth-library'],
    node: true,
  },
  {
    files: ['main/unsubscribe/**'],
    rule: 'main/unsubscribe imports core and main/network only.',
    rooms: ['network'],
    packages: [],
    node: true,
  },
  {
    files: ['main/network/**'],
    rule: 'main/network says what may be reached; it imports nothing of ours.',
    rooms: [],
    packages: [],
    node: true,
  },
  {
    files: ['main/store/**'],
    rule: 'main/store imports core only: it knows no Gmail, no IPC, no Electron.',
    rooms: [],
    packages: ['better-sqlite3'],
    node: true,
  },
];

/** The table as overrides of the linter's `no-restricted-imports`. */
export const layerOverrides: readonly OxlintOverride[] = layers.map((layer) => ({
  files: [...layer.files],
  rules: {
    'no-restricted-imports': ['error', { paths: restrictedPaths(layer), patterns: restrictedPatterns(layer) }],
  },
}));

interface RestrictedPath {
  name: string;
  message: string;
  importNames?: string[];
}

interface RestrictedPattern {
  regex: string;
  message: string;
}

function restrictedPaths(layer: Layer): RestrictedPath[] {
  const banned = Object.entries(guarded)
    .filter(([name]) => !layer.packages.includes(name as Guarded))
    .map(([name, message]) => ({ name, message }));
  if (!layer.notFromElectron) return banned;
  const message =
    'Raw IPC is for main/ipc/register.ts (ipcMain) and preload (ipcRenderer): add a request to #core/contract.';
  return [...banned, { name: 'electron', importNames: [...layer.notFromElectron], message }];
}

function restrictedPatterns(layer: Layer): RestrictedPattern[] {
  const ofMain = layer.files.some((file) => file.startsWith('main/'));
  const ownRoom = layer.files[0]?.split('/')[1];
  const patterns = [
    ...rooms.filter((room) => room !== ownRoom && !layer.rooms.includes(room)).map((room) => specifierOf(room, ofMain)),
    '^#(preload|renderer|tests|scripts)/',
    '^(\\.{1,2}/)+(preload|renderer|tests|scripts)/',
  ];
  if (!ofMain) patterns.push('^#main/', '^(\\.\\./)+main/');
  if (!layer.node) patterns.push('^node:');
  if (layer.onlyPackages) patterns.push(otherThan(layer.onlyPackages));
  return patterns.map((regex) => ({ regex, message: layer.rule }));
}

/** `#main/store/…`, and within main `../store/…` too. */
function specifierOf(room: Room, relative: boolean): string {
  return relative ? `^(#main|\\.{1,2}(/\\.\\.)*(/main)?)/${room}/` : `^#main/${room}/`;
}

/** Any package that is installed, but these. The linter's regular expressions have no look-ahead. */
function otherThan(packages: readonly string[]): string {
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  return `^(${installed.filter((name) => !packages.includes(name)).join('|')})(/|$)`;
}
