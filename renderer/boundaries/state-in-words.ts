/** How a boundary fared, in a word or two. */
import type { BoundaryView } from '#core/contract/views.ts';
import { BOUNDARY_STATE_WORDS, counted } from '../ui/words.ts';

export function stateInWords(boundary: Pick<BoundaryView, 'state' | 'ignoredCount'>): string {
  if (boundary.state !== 'ignored' || boundary.ignoredCount === 0) return BOUNDARY_STATE_WORDS[boundary.state];
  return `ignored ${boundary.ignoredCount === 1 ? 'once' : counted(boundary.ignoredCount, 'time')}`;
}

const ANSWERS = {
  answer: 'They answered',
  apology: 'They apologised',
  hostile: 'They answered with anger',
} as const satisfies Record<NonNullable<BoundaryView['answer']>['reading'], string>;

/** What came back, where anything did. */
export function answerInWords({ answer }: Pick<BoundaryView, 'answer'>): string | undefined {
  return answer === undefined ? undefined : ANSWERS[answer.reading];
}
