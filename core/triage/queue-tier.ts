/** The order of the queue: by tier, then strength, then date, the latest first. */
import { type Assessment, type Label, type Lane, LANES } from './vocabulary.ts';

/** Codes, alerts, receipts and appointments wait for nobody: they come before strangers, whoever sends them. */
const NEEDED: ReadonlySet<Label> = new Set(['security', 'transactional', 'calendar']);
const TIES: ReadonlySet<Lane> = new Set(['known', 'acquaintance']);

/** Every tier, first to last: people with a tie, what is needed by lane, then the other lanes. */
const TIERS: readonly { readonly lane: Lane; readonly needed: boolean }[] = [
  ...LANES.filter((lane) => TIES.has(lane)).map((lane) => ({ lane, needed: false })),
  ...LANES.filter((lane) => !TIES.has(lane)).map((lane) => ({ lane, needed: true })),
  ...LANES.filter((lane) => !TIES.has(lane)).map((lane) => ({ lane, needed: false })),
];

export function queueTier({ lane, labels }: Pick<Assessment, 'lane' | 'labels'>): number {
  const needed = !TIES.has(lane) && labels.some((label) => NEEDED.has(label));
  return TIERS.findIndex((tier) => tier.lane === lane && tier.needed === needed);
}

/** The tiers of one lane, or all of them, first to last. */
export function queueTiers(lane: Lane | undefined): readonly number[] {
  return TIERS.flatMap((tier, index) => (lane === undefined || tier.lane === lane ? [index] : []));
}
