import { format, formatColor } from 'numfmt';
import { CellError, type Value } from './value';

const options = { throws: false, overflow: '########' };

/** The text a cell shows for its value and number format, without regard to the column's width. */
export function formatValue(value: Value, numberFormat: string): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  return format(numberFormat || 'General', value, options);
}

/** The color a number format asks for (`[Red]`), as CSS; undefined when it asks for none. */
export function formatColorOf(value: Value, numberFormat: string): string | undefined {
  if (typeof value !== 'number' || !numberFormat.includes('[')) return undefined;
  const color = formatColor(numberFormat, value, options);
  return typeof color === 'string' ? color : undefined;
}
