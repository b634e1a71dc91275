/** What is measured: how large the made-up accounts are, and how many of them. */
export interface Size {
  readonly name: SizeName;
  /** Securities in the market; nine in ten are targets, nine in ten are held. */
  readonly securities: number;
  readonly lots: number;
  /** Asset classes and stock sectors. With the built-in risk model they make 5, 15, 22 and 12 factors at S, M, L and index. */
  readonly classes: number;
  readonly sectors: number;
  /** Dollars. */
  readonly value: number;
  /** Least trade and position as fractions of value: hundreds of names are smaller than the usual 0.25 %. */
  readonly least: number;
  /** Decided together, one after the other. */
  readonly accountsPerBook: number;
  /** Books measured when nobody says how many. */
  readonly books: number;
  /** Books decided before anything is timed: a worker that decides thousands of accounts runs compiled code. */
  readonly warmUp: number;
  /** Times that each is decided; the shortest counts, and what is over soon is disturbed the most. */
  readonly turns: number;
}

export const sizeNames = ['S', 'M', 'L', 'index', 'household'] as const;
export type SizeName = (typeof sizeNames)[number];

/** S, M and L as docs speak of them; a direct index is stocks of one class; a household shares a tax year and wash-sale rules. */
export const sizes: Readonly<Record<SizeName, Size>> = {
  S: { name: 'S', securities: 10, lots: 20, classes: 5, sectors: 0, value: 150_000, least: 0.0025, accountsPerBook: 1, books: 40, warmUp: 1500, turns: 15 },
  M: { name: 'M', securities: 60, lots: 150, classes: 5, sectors: 10, value: 800_000, least: 0.0025, accountsPerBook: 1, books: 12, warmUp: 300, turns: 5 },
  L: { name: 'L', securities: 500, lots: 2000, classes: 10, sectors: 11, value: 8_000_000, least: 0.0002, accountsPerBook: 1, books: 3, warmUp: 3, turns: 3 },
  index: { name: 'index', securities: 500, lots: 1500, classes: 1, sectors: 11, value: 3_000_000, least: 0.0002, accountsPerBook: 1, books: 3, warmUp: 2, turns: 3 },
  household: { name: 'household', securities: 30, lots: 60, classes: 5, sectors: 5, value: 400_000, least: 0.0025, accountsPerBook: 3, books: 4, warmUp: 6, turns: 3 },
};
