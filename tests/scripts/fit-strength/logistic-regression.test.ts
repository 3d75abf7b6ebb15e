import { describe, expect, it } from 'vitest';
import { fitLogistic, type GroupedRow } from '../../../scripts/fit-strength/logistic-regression.ts';

/** Chances made from known weights, every combination as often as its chance says. */
function rows(weights: readonly [number, number], intercepts: Readonly<Record<string, number>>): readonly GroupedRow[] {
  return Object.entries(intercepts).flatMap(([group, intercept]) =>
    [-1, 0, 1].flatMap((a) =>
      [-1, 0, 1].flatMap((b): readonly GroupedRow[] => {
        const chance = 1 / (1 + Math.exp(-(intercept + weights[0] * a + weights[1] * b)));
        return [
          { group, values: [a, b], positive: true, weight: 100 * chance },
          { group, values: [a, b], positive: false, weight: 100 * (1 - chance) },
        ];
      }),
    ),
  );
}

describe('fitLogistic', () => {
  it('finds the weights that made the data, and the mean of the groups’ intercepts', () => {
    const fit = fitLogistic(rows([1.5, -0.7], { one: -2, two: 0.5 }), 0);
    expect(fit.weights[0]).toBeCloseTo(1.5, 5);
    expect(fit.weights[1]).toBeCloseTo(-0.7, 5);
    expect(fit.intercept).toBeCloseTo(-0.75, 5);
  });

  it('draws weights to zero by the penalty, intercepts not', () => {
    const free = fitLogistic(rows([1.5, -0.7], { one: -1 }), 0);
    const drawn = fitLogistic(rows([1.5, -0.7], { one: -1 }), 500);
    expect(Math.abs(drawn.weights[0] ?? 0)).toBeLessThan(0.7 * Math.abs(free.weights[0] ?? 0));
    expect(drawn.intercept).toBeLessThan(-0.6);
  });
});
