import { formats, readExport } from '.';
import { sheetsFile, textFile } from './custodian-file';
import { everyTable } from './fixtures/every-fixture';
import type { ImportRow } from './format';
import { readCells } from './table/cells';
import { readAmount, readDay } from './table/values';

/** Days that Excel takes for days: nothing stands behind them but a time. */
const day = /^(?:\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2}[- ]\d{1,2}, ?\d{4}|\d{1,2}-[A-Z][a-z]{2}-\d{2,4})$/;
/** Numbers as Excel types them: with a dollar sign, commas, parentheses or a sign. A percent is divided by a hundred. */
const number = /^[-+]?\$?[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?%?$|^\(\$?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?\)$/;
/** More digits than a number of Excel has; such identifiers lose their last ones. */
const isTooLong = (cell: string) => cell.replace(/\D/g, '').length > 15;

/** What a cell of a text file holds when Excel opened the file and saved it as a workbook. */
function typed(cell: string): string {
  const text = cell.trim();
  if (day.test(text)) return readDay(text) ?? cell;
  if (!/\d/.test(text) || !number.test(text) || isTooLong(text)) return cell;
  const isPercent = /%/.test(text);
  const amount = readAmount(text.replace('%', ''));
  return amount === null || Number.isNaN(amount) ? cell : String(isPercent ? amount / 100 : amount);
}

/** The same, a row that lost what a number loses: leading zeros of identifiers. */
const identifiers = ['account', 'accountName', 'symbol', 'cusip', 'lotId', 'transactionId'] as const;
function withoutLeadingZeros(row: ImportRow): ImportRow {
  const bare = Object.fromEntries(identifiers.map((key) => [key, row[key]?.replace(/^0+(?=\d+$)/, '') ?? null]));
  return { ...row, ...bare };
}

/** A title that Excel takes for a number or a day is one; nothing else about a file changes, but leading zeros of identifiers are lost. */
test.each(everyTable)('$format $name, opened by Excel and saved as a workbook, reads the same', ({ format, name, text }) => {
  const cells = readCells(text).map((row) => row.map(typed));
  const saved = readExport(sheetsFile([{ sheet: 'Sheet1', cells }], name.replace(/\.\w+$/, '.xlsx')));
  const { rows, asOf } = formats[format].read(textFile(text, name));
  expect(saved.format).toBe(format);
  expect(saved.asOf).toBe(asOf);
  expect(saved.rows.map(withoutLeadingZeros)).toEqual(rows.map(withoutLeadingZeros));
});
