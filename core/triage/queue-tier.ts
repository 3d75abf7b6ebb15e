/** The order of the queue: by tier, then strength, then date, the latest first. */
import type { Assessment, Label, Lane } from './vocabulary.ts';

/** Codes, alerts, receipts and appointments wait for nobody: they come before strangers, whoever sends them. */
const NEEDED: ReadonlySet<Label> = new Set(['security', 'transactional', 'calendar']);

const TIERS = { known: 0, acquaintance: 1, stranger: 3, bulk: 4, automated: 5 } as const satisfies Record<Lane, number>;
const NEEDED_TIER = 2;

/** Every tier, first to last. */
export const QUEUE_TIERS: readonly number[] = [...Object.values(TIERS), NEEDED_TIER].toSorted((a, b) => a - b);

export function queueTier({ lane, labels }: Pick<Assessment, 'lane' | 'labels'>): number {
  const tier = TIERS[lane];
  return tier > NEEDED_TIER && labels.some((label) => NEEDED.has(label)) ? NEEDED_TIER : tier;
}
