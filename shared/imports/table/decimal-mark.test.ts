import { textFile } from '../custodian-file';
import { importRow, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { complainOfDecimalMark } from './decimal-mark';

const issuesOf = (found: string, ...rows: Partial<ImportRow>[]) =>
  complainOfDecimalMark(textFile('', 'a.csv'), { rows: rows.map((row, k) => importRow('position', k + 2, row)), issues: [importIssue('I02', {}, { found, message: 'x' })] });

test.each(['12,5', '$301,50', '1.234,50', '(12,50)', '0,1234'])('%s makes other figures doubtful', (found) => {
  expect(issuesOf(found, { quantity: 14.684 })).toEqual([expect.objectContaining({
    code: 'I16', severity: 'warn', found, message: `“${found}” has a comma before its decimals, so other figures may be a thousand times too large or too small.`, fix: expect.stringMatching(/^Maybe /) as string,
  })]);
});

test.each(['1,2,3', 'x', '12.5', '12,500', 'AB,12'])('%s does not', (found) => expect(issuesOf(found, { quantity: 14.684 })).toEqual([]));

test('nor does anything where a figure shows the point, or nothing was read', () => {
  expect(issuesOf('12,5', { quantity: 14.684 }, { price: 12.5 })).toEqual([]);
  expect(issuesOf('12,5')).toEqual([]);
});
