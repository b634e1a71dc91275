/** Chance that repeats itself: the same seed gives the same case on every machine. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1, 1 not included (mulberry32, T. Ettinger 2017). */
  real(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** 0 to `below`, not included. */
  whole(below: number): number {
    return Math.floor(this.real() * below);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.whole(items.length)];
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items.map((item) => ({ item, order: this.real() })).sort((a, b) => a.order - b.order).map(({ item }) => item);
  }
}
