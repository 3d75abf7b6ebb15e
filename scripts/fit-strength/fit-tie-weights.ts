/**
 * Fits the weights of `core/relationship/strength.ts`.
 *
 * The loss of a list is the mean logistic loss over its pairs of a contact written to and one not written to (an upper bound
 * of 1 − AUC), plus the same over pairs of lanes: two messages each way above written to once above never written to, so
 * that a week of mail does not outrank a friend. Weights stay near the published optimum (Interactions Rank, half-lives
 * around 30 days) by a penalty on the logarithm of their ratio to it; they are positive by construction. The minimum is
 * found by coordinate steps of shrinking size: deterministic, no library.
 */
import { type Grounds, strengthParts, type StrengthWeights, type TieCounts } from '#core/relationship/strength.ts';

export interface FittedContact {
  readonly counts: TieCounts;
  readonly grounds: Grounds;
  readonly positive: boolean;
}

export interface FittedList {
  readonly user: string;
  readonly contacts: readonly FittedContact[];
}

/** Where the search starts and what it is drawn to. */
export const PRIOR: StrengthWeights = {
  sentDays14: 2.5,
  sentDays30: 2.5,
  sentDays365: 0.05,
  lately: 1,
  latelyHalf: 10,
  inTouch: 0.25,
  exchange: 0.15,
  wroteBack: 0.04,
  twoWay: 0.04,
  received7: 0.5,
  received30: 0.5,
  company30: 0.1,
  heard: 0.03,
  heardHalf: 1,
};

/** Not fitted: `lately` and `heard` set the scale of the whole, and `heard` is bounded on purpose (mission R2). */
const FIXED: ReadonlySet<string> = new Set(['lately', 'heard']);
/** How steeply a difference of sums is told apart in the loss. */
const STEEPNESS = 12;
/** Weight of the pairs of lanes. */
const LANES = 0.1;
/** Penalty per squared e-fold away from the prior: history is shorter at the training cuts, which favours long memories. */
const PULL = 0.1;
/** Factors that are tried, as exponents; the smallest last. */
const STEPS = [0.8, 0.4, 0.2, 0.1, 0.05] as const;

type Key = keyof StrengthWeights;
const KEYS = (Object.keys(PRIOR) as Key[]).filter((key) => !FIXED.has(key));

export function fitTieWeights(lists: readonly FittedList[]): StrengthWeights {
  const paired = lists.map(pairsOf);
  let weights = PRIOR;
  let best = lossOf(paired, weights);
  for (const step of STEPS) {
    for (let improved = true; improved;) {
      improved = false;
      for (const key of KEYS) {
        for (const factor of [Math.exp(step), Math.exp(-step)]) {
          const tried = { ...weights, [key]: weights[key] * factor };
          const loss = lossOf(paired, tried);
          if (loss >= best - 1e-7) continue;
          best = loss;
          weights = tried;
          improved = true;
        }
      }
    }
  }
  return weights;
}

interface PairedList {
  readonly contacts: readonly FittedContact[];
  /** Places in `contacts`, the one that should be above first. */
  readonly written: readonly (readonly [number, number])[];
  readonly lanes: readonly (readonly [number, number])[];
}

function pairsOf({ contacts }: FittedList): PairedList {
  const written: [number, number][] = [];
  const lanes: [number, number][] = [];
  for (const [a, above] of contacts.entries()) {
    for (const [b, below] of contacts.entries()) {
      if (above.positive && !below.positive) written.push([a, b]);
      if (laneOf(above) > laneOf(below)) lanes.push([a, b]);
    }
  }
  return { contacts, written, lanes };
}

function laneOf({ counts }: FittedContact): number {
  return counts.known ? 2 : counts.wrote ? 1 : 0;
}

function lossOf(lists: readonly PairedList[], weights: StrengthWeights): number {
  let total = 0;
  for (const { contacts, written, lanes } of lists) {
    const sums = contacts.map(({ counts, grounds }) => sumOf(counts, grounds, weights));
    total += pairLoss(sums, written) + LANES * pairLoss(sums, lanes);
  }
  const drift = KEYS.reduce((sum, key) => sum + Math.log(weights[key] / PRIOR[key]) ** 2, 0);
  return total / lists.length + PULL * drift;
}

function sumOf(counts: TieCounts, grounds: Grounds, weights: StrengthWeights): number {
  return strengthParts(counts, grounds, weights).reduce((sum, [, part]) => sum + part, 0);
}

function pairLoss(sums: readonly number[], pairs: PairedList['written']): number {
  let loss = 0;
  for (const [above, below] of pairs)
    loss += Math.log1p(Math.exp(-STEEPNESS * ((sums[above] ?? 0) - (sums[below] ?? 0))));
  return pairs.length === 0 ? 0 : loss / pairs.length;
}
