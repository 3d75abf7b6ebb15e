/**
 * Fits logistic regression with L2 on a few dense and many sparse features: full-batch gradient descent with per-weight
 * step sizes (AdaGrad, Duchi et al. 2011). Deterministic: no shuffling, no randomness.
 */
import { valueOfEach } from '#core/outreach/model/model.ts';

export interface Sample {
  /** Dense features by place. */
  readonly dense: readonly (readonly [place: number, value: number])[];
  /** Places of the text features, each of the value that `valueOfEach` gives. */
  readonly sparse: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly dense: Float64Array;
  readonly sparse: Float64Array;
}

export interface FitOptions {
  readonly denseCount: number;
  readonly sparseCount: number;
  readonly denseL2: number;
  readonly sparseL2: number;
  readonly rounds: number;
  /** Weights of the dense features that regularisation pulls towards; zeros where absent. */
  readonly prior?: ReadonlyMap<number, number>;
}

export function fitLogistic(samples: readonly Sample[], options: FitOptions): Fitted {
  const { denseCount, sparseCount, denseL2, sparseL2, rounds, prior } = options;
  const dense = new Float64Array(denseCount);
  for (const [place, weight] of prior ?? []) dense[place] = weight;
  const anchor = dense.slice();
  const sparse = new Float64Array(sparseCount);
  const denseSquares = new Float64Array(denseCount).fill(1e-8);
  const sparseSquares = new Float64Array(sparseCount).fill(1e-8);
  const denseGradient = new Float64Array(denseCount);
  const sparseGradient = new Float64Array(sparseCount);
  let bias = -2;
  let biasSquares = 1e-8;
  const mass = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round += 1) {
    denseGradient.fill(0);
    sparseGradient.fill(0);
    let biasGradient = 0;
    for (const sample of samples) {
      const value = valueOfEach(sample.sparse.length);
      let logit = bias;
      for (const [place, strength] of sample.dense) logit += (dense[place] ?? 0) * strength;
      let fromText = 0;
      for (const place of sample.sparse) fromText += sparse[place] ?? 0;
      logit += fromText * value;
      const error = (1 / (1 + Math.exp(-logit)) - (sample.positive ? 1 : 0)) * sample.weight;
      biasGradient += error;
      for (const [place, strength] of sample.dense)
        denseGradient[place] = (denseGradient[place] ?? 0) + error * strength;
      const step = error * value;
      for (const place of sample.sparse) sparseGradient[place] = (sparseGradient[place] ?? 0) + step;
    }
    biasGradient /= mass;
    biasSquares += biasGradient ** 2;
    bias -= (0.5 * biasGradient) / Math.sqrt(biasSquares);
    descend(dense, denseGradient, denseSquares, mass, denseL2, anchor);
    descend(sparse, sparseGradient, sparseSquares, mass, sparseL2, undefined);
  }
  return { bias, dense, sparse };
}

function descend(
  weights: Float64Array,
  gradient: Float64Array,
  squares: Float64Array,
  mass: number,
  l2: number,
  anchor: Float64Array | undefined,
): void {
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    const slope = (gradient[place] ?? 0) / mass + (l2 * (weight - (anchor?.[place] ?? 0))) / mass;
    if (slope === 0) continue;
    const square = (squares[place] ?? 0) + slope ** 2;
    squares[place] = square;
    weights[place] = weight - (0.5 * slope) / Math.sqrt(square);
  }
}
