/** How well scores put positives first: AUC, average precision, nDCG@10, and intervals over users. */

export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/** Share of positive–negative pairs in the right order, ties counting half (Mann–Whitney); NaN without both kinds. */
export function auc(list: readonly Scored[]): number {
  const sorted = list.toSorted((a, b) => a.score - b.score);
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end += 1;
    const meanRank = (start + 1 + end) / 2;
    for (let index = start; index < end; index += 1) {
      if (!sorted[index]?.positive) continue;
      positives += 1;
      rankSum += meanRank;
    }
    start = end;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean precision over recall steps; equal scores are one step (scikit-learn's `average_precision_score`). */
export function averagePrecision(list: readonly Scored[]): number {
  const sorted = list.toSorted((a, b) => b.score - a.score);
  const total = sorted.filter(({ positive }) => positive).length;
  let seen = 0;
  let found = 0;
  let sum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    let here = 0;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) {
      if (sorted[end]?.positive) here += 1;
      end += 1;
    }
    seen += end - start;
    found += here;
    sum += (here / total) * (found / seen);
    start = end;
  }
  return total === 0 ? Number.NaN : sum;
}

/** Discounted gain of the first ten; equal scores keep the order they came in. */
export function ndcgAt10(list: readonly Scored[]): number {
  const gain = (ordered: readonly Scored[]): number =>
    ordered.slice(0, 10).reduce((sum, { positive }, index) => sum + (positive ? 1 / Math.log2(index + 2) : 0), 0);
  return (
    gain(list.toSorted((a, b) => b.score - a.score)) /
    gain(list.toSorted((a, b) => Number(b.positive) - Number(a.positive)))
  );
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 95 % interval of the mean over users, by 2,000 resamples with a fixed seed. */
export function bootstrapInterval(values: readonly number[]): readonly [number, number] {
  const random = mulberry32(20_261);
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  ).toSorted((a, b) => a - b);
  return [means[50] ?? Number.NaN, means[1949] ?? Number.NaN];
}

/** A small seeded generator (mulberry32), so that two runs print the same. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
