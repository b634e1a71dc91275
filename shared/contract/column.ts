import type { IsoDate } from '../units';

/** How a column is typed. Percent columns hold fractions: 5 % is 0.05. */
export type ColumnType = 'text' | 'number' | 'whole' | 'money' | 'percent' | 'bp' | 'date' | 'list';

/** What the contract says about one column; sheets, schemas, defaults, help and checks all derive from it. */
export interface Column<Value = unknown, Required extends boolean = boolean> {
  readonly header: string;
  readonly type: ColumnType;
  readonly required: Required;
  /** Other spellings of the header; case, spaces and `_ - % $ #` never matter. */
  readonly aliases: readonly string[];
  readonly help: string;
  readonly example: string | number;
  /** Choices of a list column, and other spellings of each. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly min?: number;
  readonly max?: number;
  /** Longest text accepted. */
  readonly length?: number;
  /** Never sent to the service (names, notes). */
  readonly local?: boolean;
  /** The text names something: digits keep their exact form; symbols are compared and kept in capitals. */
  readonly identifier?: 'id' | 'symbol';
  /** Compile-time only: the type of a parsed value. */
  readonly value?: Value;
}

type Options = Partial<Pick<Column, 'aliases' | 'min' | 'max' | 'length' | 'local' | 'identifier'>> & { help: string; example: string | number };

function column<Value, Required extends boolean>(header: string, type: ColumnType, required: Required, options: Options & { choices?: Column['choices'] }): Column<Value, Required> {
  return { header, type, required, aliases: [], ...options };
}

type Maker<Value> = {
  (header: string, options: Options & { required: true }): Column<Value, true>;
  (header: string, options: Options): Column<Value, false>;
};

const maker = <Value>(type: ColumnType): Maker<Value> =>
  ((header: string, { required = false, ...options }: Options & { required?: boolean }) => column(header, type, required, options)) as Maker<Value>;

export const text = maker<string>('text');
export const number = maker<number>('number');
export const whole = maker<number>('whole');
export const money = maker<number>('money');
/** A fraction, shown as a percentage. */
export const percent = maker<number>('percent');
/** Basis points, as a plain number. */
export const bp = maker<number>('bp');
export const date = maker<IsoDate>('date');

/** A list column; `choices` maps each value to its other spellings. */
export function list<const Choices extends Record<string, readonly string[]>, const Required extends boolean = false>(
  header: string,
  choices: Choices,
  options: Options & { required?: Required },
): Column<keyof Choices & string, Required> {
  const { required = false as Required, ...rest } = options;
  return column(header, 'list', required, { ...rest, choices });
}
