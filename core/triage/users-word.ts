/** The user's word on a person wins over every score and count, for ever (mission, "Rules that are never broken"). */
import type { Verdict } from '../contract/views.ts';
import type { Assessment, Lane } from './vocabulary.ts';

/** Lanes that say something about a person; what is bulk or automatic stays so, whoever sends it. */
const LANES_OF_PEOPLE: ReadonlySet<Lane> = new Set(['known', 'acquaintance', 'stranger']);

const REASONS = {
  known: 'You said that you know this person.',
  stranger: 'You said that this person is a stranger.',
} as const satisfies Record<Verdict, string>;

/** The verdict on a message as it is with the user's word on its sender. */
export function withUsersWord(assessment: Assessment, verdict: Verdict): Assessment {
  if (!LANES_OF_PEOPLE.has(assessment.lane)) return assessment;
  const others = assessment.why.filter(({ text }) => text !== REASONS.known && text !== REASONS.stranger);
  const asksWho = verdict === 'known' && assessment.advice === 'ask-how-we-know';
  return {
    ...assessment,
    lane: verdict,
    ...(asksWho ? { advice: 'reply', adviceReason: REASONS.known } : {}),
    why: [{ text: REASONS[verdict], messageIds: [] }, ...others],
  };
}
