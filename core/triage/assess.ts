/**
 * Judges a received message on arrival, from its signals and the record of earlier mail.
 *
 * Call before `correspondence.observe(message, …)`, in order of `receivedAt`. Pure, no text needed, never throws; about
 * 20 µs a message.
 */
import type { Arriving, Correspondence } from '../relationship/correspondence.ts';
import { adviceOf } from './advice.ts';
import { type Case, makeCase } from './case.ts';
import { contentOf } from './content.ts';
import { labelsByWord, laneByWord, type LabelWords, NO_WORDS, reasonsByWord } from './corrections.ts';
import { factsOf } from './facts.ts';
import { labelsOf } from './labels.ts';
import { laneOf } from './lane.ts';
import type { TriageMessage } from './triage-message.ts';
import type { Assessment, Lane } from './vocabulary.ts';
import { whyOf } from './why.ts';

/** `words` are what the user said of the message's labels. */
export function assess(
  message: TriageMessage,
  correspondence: Correspondence,
  words: LabelWords = NO_WORDS,
): Assessment {
  const one = makeCase(message, correspondence);
  const content = contentOf(one);
  const lane = laneByWord(laneOf(one, content), words, one.tie.lane);
  const judged = labelsOf(one, content, lane);
  const found = labelsByWord(judged, words, lane);
  const denied = [...words].filter(([, { is }]) => !is).map(([label]) => label);
  const facts = factsOf(one, found, lane);
  const { advice, reason } = adviceOf(one, content, lane, found, facts);
  const strength = correspondence.strength(one.tie.address, message.receivedAt, groundsIn(one, lane));
  return {
    lane,
    labels: found.map(({ label }) => label),
    facts,
    advice,
    adviceReason: reason,
    // Two decimals: whole numbers would make ties of what can be told apart.
    strength: Math.round(strength.value * 100) / 100,
    why: [...reasonsByWord(judged, words), ...whyOf(one, lane, found, facts)],
    ...(denied.length > 0 ? { denied } : {}),
  };
}

/** What the message itself brings for a tie: a name that was verified, common ground that is explained. */
function groundsIn({ tie: { nameDrop, circle }, message }: Case, lane: Lane): Arriving {
  return {
    impersonal: lane === 'bulk' || lane === 'automated' || message.signals.automated,
    ...(nameDrop?.verified === true ? { vouchedBy: { name: nameDrop.name, messageIds: [] } } : {}),
    ...(circle?.explained === true ? { circle: circle.name } : {}),
  };
}
