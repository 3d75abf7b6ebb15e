/**
 * Logistic regression with an L2 penalty and an unpenalised intercept per group, by Newton's method.
 *
 * A group is a user: how much mail somebody answers at all is his own affair and must not bend the weights.
 */

export interface GroupedRow {
  readonly group: string;
  /** Standardised. */
  readonly values: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface Fit {
  readonly weights: readonly number[];
  /** Mean over the groups. */
  readonly intercept: number;
}

const MOST_STEPS = 30;
const SMALL_STEP = 1e-6;

export function fitLogistic(rows: readonly GroupedRow[], penalty: number): Fit {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const width = rows[0]?.values.length ?? 0;
  const size = width + groups.length;
  const place = new Map(groups.map((group, index) => [group, width + index]));
  const beta = new Float64Array(size);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const { group, values, positive, weight } of rows) {
      const own = place.get(group) ?? width;
      let logit = beta[own] ?? 0;
      for (let j = 0; j < width; j += 1) logit += (beta[j] ?? 0) * (values[j] ?? 0);
      const chance = 1 / (1 + Math.exp(-logit));
      const residual = weight * (chance - (positive ? 1 : 0));
      const curvature = weight * chance * (1 - chance);
      add(gradient, own, residual);
      add(hessian[own], own, curvature);
      for (let j = 0; j < width; j += 1) {
        const value = values[j] ?? 0;
        if (value === 0) continue;
        add(gradient, j, residual * value);
        const line = hessian[j];
        add(hessian[own], j, curvature * value);
        for (let k = 0; k <= j; k += 1) add(line, k, curvature * value * (values[k] ?? 0));
      }
    }
    for (let j = 0; j < size; j += 1) {
      add(gradient, j, j < width ? penalty * (beta[j] ?? 0) : 0);
      add(hessian[j], j, j < width ? penalty : 1e-9);
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    for (let j = 0; j < size; j += 1) {
      add(beta, j, -(step[j] ?? 0));
      largest = Math.max(largest, Math.abs(step[j] ?? 0));
    }
    if (largest < SMALL_STEP) break;
  }
  const intercepts = groups.map((group) => beta[place.get(group) ?? 0] ?? 0);
  return {
    weights: [...beta.subarray(0, width)],
    intercept: intercepts.reduce((sum, one) => sum + one, 0) / Math.max(1, intercepts.length),
  };
}

/** Solves a symmetric positive definite system by Cholesky's decomposition; its lower half is read, and overwritten. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let j = 0; j < size; j += 1) {
    const line = matrix[j];
    if (!line) continue;
    for (let k = 0; k <= j; k += 1) {
      const other = matrix[k];
      let sum = line[k] ?? 0;
      for (let m = 0; m < k; m += 1) sum -= (line[m] ?? 0) * (other?.[m] ?? 0);
      line[k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other?.[k] ?? 1);
    }
  }
  const solution = Float64Array.from(right);
  for (let j = 0; j < size; j += 1) {
    let sum = solution[j] ?? 0;
    for (let k = 0; k < j; k += 1) sum -= (matrix[j]?.[k] ?? 0) * (solution[k] ?? 0);
    solution[j] = sum / (matrix[j]?.[j] ?? 1);
  }
  for (let j = size - 1; j >= 0; j -= 1) {
    let sum = solution[j] ?? 0;
    for (let k = j + 1; k < size; k += 1) sum -= (matrix[k]?.[j] ?? 0) * (solution[k] ?? 0);
    solution[j] = sum / (matrix[j]?.[j] ?? 1);
  }
  return solution;
}

function add(values: Float64Array | undefined, index: number, amount: number): void {
  if (values) values[index] = (values[index] ?? 0) + amount;
}
