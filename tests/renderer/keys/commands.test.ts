import { describe, expect, it } from 'vitest';
import { ACTION_KINDS } from '#core/boundary/kinds.ts';
import { COMMANDS, COMMAND_IDS, COMMAND_OF_ACTION } from '../../../renderer/keys/commands.ts';

const allKeys = COMMAND_IDS.flatMap((id) => COMMANDS[id].keys.map((keys) => ({ id, keys })));

describe('COMMANDS', () => {
  it('gives every key to one command only', () => {
    const keys = allKeys.map((entry) => entry.keys);
    expect(keys.filter((each, index) => keys.indexOf(each) !== index)).toEqual([]);
  });

  it('lets no key both do something and begin a sequence', () => {
    const first = new Set(allKeys.filter(({ keys }) => keys.includes(' ')).map(({ keys }) => keys.split(' ')[0]));
    expect(allKeys.filter(({ keys }) => first.has(keys))).toEqual([]);
  });

  it('has one unmodified key for each boundary', () => {
    for (const kind of ACTION_KINDS) expect(COMMANDS[COMMAND_OF_ACTION[kind]].keys[0]).toHaveLength(1);
  });

  it('tells commands apart by their titles', () => {
    const titles = COMMAND_IDS.map((id) => COMMANDS[id].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('takes no key that the browser or the system needs', () => {
    const reserved = ['Tab', 'Mod+c', 'Mod+v', 'Mod+x', 'Mod+a', 'Mod+q', 'Mod+w', ' ', 'F5', 'Mod+r'];
    expect(allKeys.filter(({ keys }) => reserved.includes(keys))).toEqual([]);
  });
});
