import type { Cell } from '../workbook/port';

/** Parts of an explanation, in the order in which they are shown. */
export const sections = ['Account', 'Target', 'Ranges', 'Settings', 'Tax', 'Restrictions', 'Substitutes', 'Cash', 'Standing orders', 'Suspensions'] as const;
export type Section = (typeof sections)[number];

/** What a value is measured in. Percentages are fractions, dates ISO days. */
export type Unit = 'text' | 'percent' | 'dollars' | 'bp' | 'number' | 'date';

/** Whose choice a value is. `Model` and `Product` are the firm's lists; `Run` is what the run itself works out. */
export type Level = 'Default' | 'Firm' | 'Group' | 'Household' | 'Account' | 'Model' | 'Product' | 'Run';

/** One line of an account's policy: what it is, its value, whose it is, and the place that says so. */
export interface ExplainedLine {
  readonly section: Section;
  readonly item: string;
  /** As the engine takes it; null where there is none. */
  readonly value: Cell;
  readonly unit: Unit;
  readonly level: Level;
  /** `Settings!D4`; null for what is built in or worked out. */
  readonly source: string | null;
  /** What else there is to say. */
  readonly note: string | null;
  /** Whether somebody set it; false for what is built in. */
  readonly changed: boolean;
}

/** A line, with what is usual left out. */
export function line(section: Section, item: string, value: Cell | undefined, rest: Partial<Omit<ExplainedLine, 'section' | 'item' | 'value'>> = {}): ExplainedLine {
  return { section, item, value: value ?? null, unit: 'text', level: 'Default', source: null, note: null, changed: false, ...rest };
}

/** A fraction as a percentage to the hundredth: `0.4 → 40 %`. */
export const percentWords = (fraction: number): string => `${Number((fraction * 100).toFixed(2))} %`;

/** Dollars in full, cents only where there are some; negative in parentheses. */
export function dollarWords(dollars: number): string {
  const isWhole = Math.abs(dollars - Math.round(dollars)) < 0.005;
  const text = `$${Math.abs(dollars).toLocaleString('en-US', { minimumFractionDigits: isWhole ? 0 : 2, maximumFractionDigits: isWhole ? 0 : 2 })}`;
  return dollars < 0 ? `(${text})` : text;
}

const words = {
  text: (value) => String(value),
  percent: (value) => (typeof value === 'number' ? percentWords(value) : String(value)),
  dollars: (value) => (typeof value === 'number' ? dollarWords(value) : String(value)),
  bp: (value) => (typeof value === 'number' ? `${Number(value.toFixed(4))} bp` : String(value)),
  number: (value) => (typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : String(value)),
  date: (value) => String(value),
} satisfies Record<Unit, (value: Exclude<Cell, null>) => string>;

/** A line's value as people read it: `Yes`, `40 %`, `none`. */
export function shownValue({ value, unit }: Pick<ExplainedLine, 'value' | 'unit'>): string {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : words[unit](value);
}
