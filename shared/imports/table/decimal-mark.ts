import type { Issue } from '../../issue';
import type { Contents, CustodianFile } from '../format';
import { importIssue } from '../issues';

/** `12,5` and `1.234,50`, which are no numbers where points part decimals. */
const withComma = /^[-(]?\$?[-(]?\d[\d.]*,(?:\d{1,2}|\d{4,})\)?$/;
/** A figure of a fraction that no separator of thousands could make. */
const hasPlainFraction = (figure: number | null): boolean => figure !== null && !/^\d+(?:\.\d{3})?$/.test(String(Math.abs(figure)));

/**
 * Decimals stand behind a point, as US custodians write them. A spreadsheet elsewhere writes commas: then `12,5` cannot be read, and `1.250`
 * or `1,250` is a thousand times what it should be, or a thousandth, without a sign. So figures that only are ones with a comma make the others
 * doubtful, unless some show the point.
 */
export function complainOfDecimalMark({ name }: CustodianFile, { rows, issues }: Contents): Issue[] {
  const unread = issues.find(({ code, found }) => code === 'I02' && withComma.test(found ?? ''));
  const counted = rows.filter(({ kind }) => kind !== 'skip');
  const showPoint = counted.some(({ kind, quantity, price, marketValue, costBasis, amount }) =>
    [quantity, ...(kind === 'cash' ? [] : [price]), marketValue, costBasis, amount].some(hasPlainFraction));
  if (unread?.found === undefined || showPoint || counted.length === 0) return [];
  const message = `“${unread.found}” has a comma before its decimals, so other figures may be a thousand times too large or too small.`;
  return [importIssue('I16', { file: name }, { found: unread.found, message, fix: 'Maybe a spreadsheet wrote the numbers anew; use the file as it was downloaded.' })];
}
