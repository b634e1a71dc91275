import type { ColumnKind } from '../workbook/port';
import type { OutputColumn } from './sheet';

/** Makers of output columns by what they show; each takes the key, the header, the width in characters and what is special. */

type Special<Key extends string> = Partial<Omit<OutputColumn<Key>, 'key' | 'header' | 'kind' | 'format' | 'width'>>;
type Maker = <Key extends string>(key: Key, header: string, width: number, special?: Special<Key>) => OutputColumn<Key>;

const maker =
  (kind: ColumnKind, format: OutputColumn['format']): Maker =>
  (key, header, width, special = {}) => ({ key, header, kind, format, width, ...special });

export const text = maker('text', 'text');
/** Dollars. */
export const money = maker('number', 'money');
/** Dollars a share. */
export const price = maker('number', 'price');
/** Shares. */
export const quantity = maker('number', 'quantity');
/** A fraction, shown as a percentage. */
export const percent = maker('number', 'percent');
/** Basis points. */
export const bp = maker('number', 'bp');
export const whole = maker('number', 'whole');
export const day = maker('date', 'date');
/** Day and time of day. */
export const moment = maker('date', 'time');
/** TRUE or FALSE, set by the user. */
export const tick: Maker = (key, header, width, special = {}) =>
  maker('boolean', 'text')(key, header, width, { sticky: true, choices: ['TRUE', 'FALSE'], ...special });
