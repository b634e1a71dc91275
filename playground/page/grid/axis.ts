/** A column or row that is not of standard size. */
export interface Exception {
  readonly size?: number;
  readonly hidden?: boolean;
}

/** Where rows or columns lie on the screen: offsets by index and back, with few of them out of the standard. Pixels. */
export class Axis {
  readonly #indexes: number[] = [];
  /** How much the bands up to and including each exception differ from standard, summed. */
  readonly #sums: number[] = [];

  constructor(
    readonly count: number,
    readonly standard: number,
    private readonly exceptions: ReadonlyMap<number, Exception>,
  ) {
    let sum = 0;
    for (const index of [...exceptions.keys()].sort((a, b) => a - b)) {
      sum += this.size(index) - standard;
      this.#indexes.push(index);
      this.#sums.push(sum);
    }
  }

  /** Size of one band; a hidden one has none. */
  size(index: number): number {
    const exception = this.exceptions.get(index);
    return exception?.hidden ? 0 : (exception?.size ?? this.standard);
  }

  /** Distance of a band's start from the first band's start. */
  offset(index: number): number {
    const before = countBelow(this.#indexes, index);
    return index * this.standard + (before > 0 ? this.#sums[before - 1] : 0);
  }

  get total(): number {
    return this.offset(this.count);
  }

  /** The band at a distance; the last one beyond the end. */
  indexAt(distance: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offset(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** How many of the ascending numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
