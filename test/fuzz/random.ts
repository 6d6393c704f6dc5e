/** A seeded source of random numbers: the same seed gives the same run. */
export class Random {
  constructor(private state: number) {}

  /** A number from 0 to 1, exclusive (mulberry32). */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer from 0 to `end`, exclusive. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** A range within a length, mostly short. */
  range(length: number): [from: number, to: number] {
    const from = this.below(length + 1);
    const longest = this.pick([2, 8, 64, 1024]);
    return [from, Math.min(length, from + 1 + this.below(longest))];
  }
}
