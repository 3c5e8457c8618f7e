/** A figure of many cases that come in clusters (the customers): what it is of any clusters added up. */
export interface Estimator {
  clear(): void;
  /** Adds all cases of a cluster, by its place; the same one may be added several times. */
  add(cluster: number): void;
  /** Null when nothing was added that has the figure. */
  value(): number | null;
}

/** A figure and how sure it is: 95 times of 100, such an interval holds the true one. */
export type Interval = readonly [low: number, high: number];

const REPLICATES = 2_000;
/** Half of the 5 % that the interval may miss lies above this point of the normal distribution. */
const NORMAL_97_5 = 1.959_963_985;
/** Were more of the draws without a value, the others would not stand for all. */
const VOID_SHARE_MAX = 0.05;

/** The middle value of all cases; of an even number, the mean of the two in the middle. */
export function medianOf(clusters: readonly (readonly number[])[]): Estimator {
  const values = [...new Set(clusters.flat())].toSorted((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  // All places one after the other, and where each cluster's begin: the draws go over them thousands of times.
  const places = Uint32Array.from(clusters.flat(), (value) => place.get(value) ?? 0);
  const begins = [0];
  for (const { length } of clusters) begins.push((begins.at(-1) ?? 0) + length);
  const counts = new Uint32Array(values.length);
  let total = 0;
  const valueAt = (rank: number): number => {
    let seen = 0;
    for (let index = 0; index < counts.length; index += 1) {
      seen += counts[index] ?? 0;
      if (seen > rank) return values[index] ?? 0;
    }
    return 0;
  };
  return {
    clear() {
      counts.fill(0);
      total = 0;
    },
    add(cluster) {
      const [from, to] = [begins[cluster] ?? 0, begins[cluster + 1] ?? 0];
      for (let at = from; at < to; at += 1) counts[places[at] ?? 0] = (counts[places[at] ?? 0] ?? 0) + 1;
      total += to - from;
    },
    value: () => (total === 0 ? null : (valueAt(Math.floor((total - 1) / 2)) + valueAt(Math.floor(total / 2))) / 2),
  };
}

/** A part of a whole that are both added up, in percent: money counts by its size. */
export function shareOf(clusters: readonly { readonly part: number; readonly whole: number }[]): Estimator {
  let part = 0;
  let whole = 0;
  return {
    clear() {
      part = 0;
      whole = 0;
    },
    add(cluster) {
      part += clusters[cluster]?.part ?? 0;
      whole += clusters[cluster]?.whole ?? 0;
    },
    value: () => (whole <= 0 ? null : (part / whole) * 100),
  };
}

/** The figure of all clusters, each once. */
export function pointOf(estimator: Estimator, clusters: number): number | null {
  estimator.clear();
  for (let cluster = 0; cluster < clusters; cluster += 1) estimator.add(cluster);
  return estimator.value();
}

/**
 * How many clusters of one size would tell as much: (sum of weights)^2 / sum of squares (Kish). Ten customers of whom one
 * has nearly everything count for little more than one.
 */
export function effectiveClusters(weights: readonly number[]): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/**
 * How far a figure, or the change from `before` to `after`, may be off by chance: whole clusters are drawn by lot, with
 * their cases before and after together, so that a customer who pays in their own way, or weighs much, is one draw among
 * others and not a thousand proofs. Percentiles of the draws, taken farther out the fewer clusters there are in effect
 * (Hesterberg 2015, expanded percentiles): plain ones promise too much. Null when too many draws had no value.
 */
export function bootstrapInterval(
  { before, after }: { readonly before: Estimator | null; readonly after: Estimator },
  { clusters, effective }: { readonly clusters: number; readonly effective: number },
  random: () => number,
): Interval | null {
  const drawn: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    before?.clear();
    after.clear();
    for (let draw = 0; draw < clusters; draw += 1) {
      const cluster = Math.floor(random() * clusters);
      before?.add(cluster);
      after.add(cluster);
    }
    const [from, to] = [before === null ? 0 : before.value(), after.value()];
    if (from !== null && to !== null) drawn.push(to - from);
  }
  if (drawn.length < REPLICATES * (1 - VOID_SHARE_MAX)) return null;
  drawn.sort((a, b) => a - b);
  const tail = Math.floor(drawn.length * tailShare(effective));
  return [drawn[tail] ?? 0, drawn[drawn.length - 1 - tail] ?? 0];
}

/** The share of the draws left out on each side: 2.5 % for very many clusters, less for few. */
function tailShare(effective: number): number {
  const free = Math.max(1, effective - 1);
  return normalBelow(-studentQuantile(free) * Math.sqrt(effective / free));
}

/** The 97.5 % point of Student's distribution (Cornish-Fisher expansion; within 1 % from 4 degrees of freedom on). */
function studentQuantile(free: number): number {
  const z = NORMAL_97_5;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  const first = (z3 + z) / (4 * free);
  const second = (5 * z5 + 16 * z3 + 3 * z) / (96 * free ** 2);
  return z + first + second + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * free ** 3);
}

/** The share of the normal distribution below a negative z (Abramowitz and Stegun 26.2.17, exact to 7.5e-8). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * -z);
  const weights = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
  const sum = weights.reduce((total, weight, power) => total + weight * t ** (power + 1), 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
