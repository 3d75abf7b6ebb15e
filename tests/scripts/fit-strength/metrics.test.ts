import { describe, expect, it } from 'vitest';
import { auc, averagePrecision, bootstrapInterval, ndcgAt10 } from '#tests/bench/ranking/metrics.ts';

const list = (...rows: readonly (readonly [number, boolean])[]) =>
  rows.map(([score, positive]) => ({ score, positive }));

describe('metrics of the ranking bench', () => {
  it('count pairs in order, ties as half', () => {
    expect(auc(list([3, true], [2, false], [1, true], [0, false]))).toBe(0.75);
    expect(auc(list([1, true], [1, false]))).toBe(0.5);
    expect(auc(list([1, true]))).toBeNaN();
  });

  it('average precision over recall steps, equal scores as one step', () => {
    expect(averagePrecision(list([3, true], [2, false], [1, true]))).toBeCloseTo((1 + 2 / 3) / 2, 10);
    expect(averagePrecision(list([1, true], [1, false], [1, false], [1, false]))).toBe(0.25);
  });

  it('discount gains by place', () => {
    expect(ndcgAt10(list([2, true], [1, false]))).toBe(1);
    expect(ndcgAt10(list([2, false], [1, true]))).toBeCloseTo(1 / Math.log2(3), 10);
  });

  it('draw the same interval every time', () => {
    const values = [0.7, 0.8, 0.9, 0.95];
    expect(bootstrapInterval(values)).toEqual(bootstrapInterval(values));
    expect(bootstrapInterval([0.5, 0.5])).toEqual([0.5, 0.5]);
  });
});
