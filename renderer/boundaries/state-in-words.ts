/** How a boundary fared, in a word or two. */
import type { BoundaryView } from '#core/contract/views.ts';
import { BOUNDARY_STATE_WORDS, counted } from '../ui/words.ts';

export function stateInWords(boundary: Pick<BoundaryView, 'state' | 'ignoredCount'>): string {
  if (boundary.state !== 'ignored' || boundary.ignoredCount === 0) return BOUNDARY_STATE_WORDS[boundary.state];
  return `ignored ${boundary.ignoredCount === 1 ? 'once' : counted(boundary.ignoredCount, 'time')}`;
}
