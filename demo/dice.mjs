/** All chance of the demo season comes from one seeded stream, so that composing twice gives the same file. */
export class Dice {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** mulberry32: a number from 0 up to, not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** @param {number} probability from 0 to 1 */
  chance(probability) {
    return this.next() < probability;
  }

  /** A whole number; both ends are possible. @param {number} low @param {number} high */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** @template T @param {readonly T[]} list not empty @returns {T} */
  pick(list) {
    return list[this.between(0, list.length - 1)];
  }

  /** @template T @param {readonly T[]} list not empty @param {(item: T) => number} weightOf @returns {T} */
  weighted(list, weightOf) {
    const weights = list.map(weightOf);
    let rest = this.next() * weights.reduce((total, weight) => total + weight, 0);
    const index = weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    return list[index === -1 ? list.length - 1 : index];
  }

  /**
   * Lognormal around its median. The normal is the sum of twelve uniforms: no cosine, whose last digit may
   * differ between engines. @param {number} median @param {number} spread standard deviation of the logarithm
   */
  around(median, spread) {
    let normal = -6;
    for (let i = 0; i < 12; i += 1) normal += this.next();
    return median * Math.exp(normal * spread);
  }

  /** How often something that happens `mean` times on average happens this time (Poisson). @param {number} mean */
  times(mean) {
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      count += 1;
      product *= this.next();
    }
    return count;
  }
}
