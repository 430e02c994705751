// Looked up once, since a lookup for every number costs more than the number.
const { imul } = Math;

/**
 * Random numbers from 0 up to but not 1, the same ones for the same seed on every machine: mulberry32 by
 * Tommy Ettinger. Its 32 bits of state are ample for drawing samples, and for nothing that must stay secret.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
