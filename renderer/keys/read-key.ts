/** From a key press to the command it means. */
import type { KeyPress } from '#core/contract/events.ts';
import { COMMANDS, COMMAND_IDS, type CommandId } from './commands.ts';

const commandOfKeys: ReadonlyMap<string, CommandId> = new Map(
  COMMAND_IDS.flatMap((id) => COMMANDS[id].keys.map((keys) => [keys, id] as const)),
);
const firstOfSequence: ReadonlySet<string> = new Set(
  [...commandOfKeys.keys()].filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0] ?? ''),
);

/** The press in the registry's notation; undefined where it can mean nothing (a bare modifier, Alt). */
export function keyName(press: KeyPress, isMac: boolean): string | undefined {
  if (press.altKey || ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead', 'Process'].includes(press.key))
    return undefined;
  const modified = isMac ? press.metaKey : press.ctrlKey;
  if (isMac ? press.ctrlKey : press.metaKey) return undefined;
  const letter = latinKey(press);
  if (modified) return `Mod+${letter.toLowerCase()}`;
  return press.shiftKey && letter.length > 1 ? `Shift+${letter}` : letter;
}

/** On a Cyrillic, Greek or Hebrew layout the letter keys mean what is printed beside on them. */
function latinKey(press: KeyPress): string {
  const physical = /^Key([A-Z])$/.exec(press.code)?.[1];
  const isOtherScript = press.key.length === 1 && press.key > '\u024f';
  if (!isOtherScript || physical === undefined) return press.key;
  return press.shiftKey ? physical : physical.toLowerCase();
}

/** What a key does after the first key of a sequence, or without one. */
export function readKey(
  pending: string | undefined,
  key: string,
): { readonly command?: CommandId; readonly pending?: string } {
  if (pending !== undefined) {
    const command = commandOfKeys.get(`${pending} ${key}`);
    return command === undefined ? {} : { command };
  }
  if (firstOfSequence.has(key)) return { pending: key };
  const command = commandOfKeys.get(key);
  return command === undefined ? {} : { command };
}

/** The text to show on a key cap: `Mod+k` is `⌘K` or `Ctrl K`. */
export function keyCaps(keys: string, isMac: boolean): readonly string[] {
  return keys.split(' ').flatMap((part) => {
    const pieces = part.length > 1 ? part.split('+') : [part];
    const isShifted = pieces.length === 1 && /^[A-Z]$/.test(part);
    const named = pieces.map((piece) => capOf(piece, isMac));
    return isShifted ? ['⇧', part] : named;
  });
}

function capOf(piece: string, isMac: boolean): string {
  switch (piece) {
    case 'Mod':
      return isMac ? '⌘' : 'Ctrl';
    case 'Shift':
      return '⇧';
    case 'ArrowDown':
      return '↓';
    case 'ArrowUp':
      return '↑';
    case 'Enter':
      return '↵';
    case 'Escape':
      return 'Esc';
    default:
      return piece.length === 1 ? piece.toUpperCase() : piece;
  }
}
