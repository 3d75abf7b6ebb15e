/** What the model went by: the signals that speak most for a label, to be quoted as its evidence. */
import type { Signal } from '../signals.ts';
import type { ScoredLabel } from './model.ts';
import { shippedModel } from './shipped-model.ts';

/** Log-odds below which a signal decides nothing. */
const LEAST_SHARE = 0.25;
const MOST = 3;

/** Kinds of signals that quote something, the weightiest first. */
export function decisiveSignals(label: ScoredLabel, found: readonly Signal[]): readonly string[] {
  const { signals } = shippedModel()[label];
  const shares = found
    .filter(({ quotes }) => quotes.length > 0)
    .map(({ kind, strength }) => ({ kind, share: (signals[kind] ?? 0) * strength }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .map(({ kind }) => kind);
  return [...new Set(shares)].slice(0, MOST);
}
