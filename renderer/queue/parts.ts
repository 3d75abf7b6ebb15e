/** The parts of the mail that the sidebar offers. */
import { LANES } from '#core/triage/vocabulary.ts';
import type { Part } from '../engine/queries.ts';
import type { CommandId } from '../keys/commands.ts';
import { LANE_WORDS } from '../ui/words.ts';

export const PARTS: readonly Part[] = ['inbox', ...LANES, 'all'];

export const COMMAND_OF_PART = {
  inbox: 'go-inbox',
  known: 'go-known',
  acquaintance: 'go-acquaintance',
  stranger: 'go-stranger',
  bulk: 'go-bulk',
  automated: 'go-automated',
  all: 'go-all',
} as const satisfies Record<Part, CommandId>;

export function partTitle(part: Part): string {
  if (part === 'inbox') return 'Inbox';
  return part === 'all' ? 'All mail' : LANE_WORDS[part].title;
}

export function partAbout(part: Part): string {
  if (part === 'inbox') return 'Everyone in your inbox, the best known first';
  return part === 'all' ? 'Every message received, handled or not' : LANE_WORDS[part].about;
}
