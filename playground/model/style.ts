/** How a cell looks; every member is optional, absent means Excel's default. Colors are `#RRGGBB`. */
export interface Style {
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  /** Characters. */
  readonly indent?: number;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border>>>;
  readonly locked?: boolean;
}

export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical' | 'DiagonalDown' | 'DiagonalUp';

export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** Interns styles, so that a cell stores one small number. Index 0 is the default style. */
export class StyleTable {
  readonly #styles: Style[] = [{}];
  readonly #index = new Map<string, number>([['{}', 0]]);

  get size(): number {
    return this.#styles.length;
  }

  get(index: number): Style {
    return this.#styles[index] ?? {};
  }

  /** The index of a style; undefined members are dropped. */
  indexOf(style: Style): number {
    const entries = Object.entries(style)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(Object.fromEntries(entries));
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.#styles.push(Object.fromEntries(entries)) - 1;
    this.#index.set(key, index);
    return index;
  }
}
