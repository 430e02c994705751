/** The chances of one intent: numbers drawn beforehand, so that a shrunk season makes the same choices. */
export class Dice {
  private thrown = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from `lowest` to `highest`, both included. */
  between(lowest: number, highest: number): number {
    const number = this.numbers[this.thrown] ?? 0;
    this.thrown += 1;
    return lowest + (number % (highest - lowest + 1));
  }

  /** True in that many of a hundred throws. */
  chance(percent: number): boolean {
    return this.between(1, 100) > 100 - percent;
  }

  /** One of the things, or undefined when there is none. */
  choose<Thing>(things: readonly Thing[]): Thing | undefined {
    return things[this.between(0, Math.max(0, things.length - 1))];
  }
}
