import { textFile } from '../custodian-file';
import type { Fields } from './header';
import { LineReader } from './line';
import { isProse } from './prose';

const fields = { date: ['Date'], code: ['Code'], amount: ['Amount'] } satisfies Fields;

test.each([
  ['1/2/2026,Buy,5', false],
  [',Buy,5', false],
  ['1/2/2026,,', false],
  ['1/2/2026', false],
  ['The data is for information only.', true],
  [',,,The data is for information only.', true],
  ['"For all accounts, see",,,page 2', true],
  ['***END***', true],
])('%s is prose: %p', (row, expected) => {
  const file = textFile(`Date,Code,Amount\n${row}`);
  const reader = new LineReader(file, file.tables[0], { row: 0, columns: { date: 0, code: 1, amount: 2 } }, fields);
  const [line] = reader.lines();
  expect(isProse(line, ['code', 'amount'])).toBe(expected);
});
