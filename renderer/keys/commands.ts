/**
 * The one registry of keyboard shortcuts: what the key sheet, the palette, the buttons' key caps and the listener read.
 *
 * Keys are `KeyboardEvent.key` values, so that `J` is Shift+j and `!` is found on every layout; `Mod` is Cmd on a Mac, else
 * Ctrl; two keys with a space between are pressed one after the other. A key belongs to one command only
 * (tests/renderer/keys/commands.test.ts).
 */
import type { ActionKind } from '#core/boundary/kinds.ts';

export interface Command {
  readonly title: string;
  readonly keys: readonly string[];
  readonly group: CommandGroup;
}

export const COMMAND_GROUPS = [
  'Move',
  'Set a boundary',
  'Handle',
  'Look closer',
  'On “Who is this?”',
  'Go to',
  'Anywhere',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export const COMMANDS = {
  'move-next': { title: 'Next message', keys: ['j', 'ArrowDown'], group: 'Move' },
  'move-previous': { title: 'Previous message', keys: ['k', 'ArrowUp'], group: 'Move' },
  'move-first': { title: 'First message', keys: ['Home'], group: 'Move' },
  'move-last': { title: 'Last loaded message', keys: ['End'], group: 'Move' },
  'select-next': { title: 'Select, and go on to the next', keys: ['J', 'Shift+ArrowDown'], group: 'Move' },
  'select-previous': { title: 'Select, and go back to the previous', keys: ['K', 'Shift+ArrowUp'], group: 'Move' },
  'select-toggle': { title: 'Select or unselect', keys: ['m'], group: 'Move' },
  'act-how-we-know': { title: 'How do we know each other?', keys: ['h'], group: 'Set a boundary' },
  'act-decline': { title: 'No, thank you', keys: ['n'], group: 'Set a boundary' },
  'act-remove': { title: 'Please remove me', keys: ['r'], group: 'Set a boundary' },
  'act-do-not-engage': { title: 'Do not engage', keys: ['d'], group: 'Set a boundary' },
  'act-unsubscribe': { title: 'Unsubscribe', keys: ['u'], group: 'Set a boundary' },
  'act-spam': { title: 'Mark as spam', keys: ['!'], group: 'Set a boundary' },
  'act-block': { title: 'Block the sender', keys: ['b'], group: 'Set a boundary' },
  advised: { title: 'Do what is advised', keys: ['.'], group: 'Handle' },
  'act-archive': { title: 'Archive', keys: ['e'], group: 'Handle' },
  answer: { title: 'Answer in your mail program', keys: ['a'], group: 'Handle' },
  'judge-known': { title: 'I know them', keys: ['i'], group: 'Handle' },
  'judge-stranger': { title: 'I do not know them', keys: ['x'], group: 'Handle' },
  correct: { title: 'Wrong? Correct the labels', keys: ['w'], group: 'Handle' },
  'join-person': { title: 'Join with another person…', keys: ['t'], group: 'On “Who is this?”' },
  'split-address': { title: 'This address is somebody else…', keys: ['T'], group: 'On “Who is this?”' },
  open: { title: 'Read: move into the message', keys: ['Enter', 'o'], group: 'Look closer' },
  sender: { title: 'Who is this?', keys: ['s'], group: 'Look closer' },
  'toggle-html': { title: 'Plain text or formatted', keys: ['v'], group: 'Look closer' },
  links: { title: 'Links in this message', keys: ['l'], group: 'Look closer' },
  focus: { title: 'One message at a time', keys: ['f'], group: 'Look closer' },
  'go-inbox': { title: 'Inbox, everyone', keys: ['g i'], group: 'Go to' },
  'go-known': { title: 'Known', keys: ['g k'], group: 'Go to' },
  'go-acquaintance': { title: 'Acquaintances', keys: ['g a'], group: 'Go to' },
  'go-stranger': { title: 'Strangers', keys: ['g s'], group: 'Go to' },
  'go-bulk': { title: 'Bulk', keys: ['g b'], group: 'Go to' },
  'go-automated': { title: 'Automated', keys: ['g m'], group: 'Go to' },
  'go-all': { title: 'All mail', keys: ['g e'], group: 'Go to' },
  'go-boundaries': { title: 'Boundaries', keys: ['g l'], group: 'Go to' },
  'go-settings': { title: 'Settings', keys: ['g p'], group: 'Go to' },
  'get-mail': { title: 'Get new mail', keys: ['c'], group: 'Anywhere' },
  'pause-sync': { title: 'Pause or resume syncing', keys: ['p'], group: 'Anywhere' },
  undo: { title: 'Undo', keys: ['z', 'Mod+z'], group: 'Anywhere' },
  search: { title: 'Search', keys: ['/'], group: 'Anywhere' },
  palette: { title: 'Every command', keys: ['Mod+k'], group: 'Anywhere' },
  'key-sheet': { title: 'Keyboard shortcuts', keys: ['?'], group: 'Anywhere' },
  back: { title: 'Back, or clear the selection', keys: ['Escape'], group: 'Anywhere' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

export const COMMAND_OF_ACTION = {
  'how-we-know': 'act-how-we-know',
  decline: 'act-decline',
  remove: 'act-remove',
  'do-not-engage': 'act-do-not-engage',
  spam: 'act-spam',
  block: 'act-block',
  unsubscribe: 'act-unsubscribe',
  archive: 'act-archive',
} as const satisfies Record<ActionKind, CommandId>;
