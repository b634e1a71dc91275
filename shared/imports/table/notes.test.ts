import { textFile } from '../custodian-file';
import type { Fields } from './header';
import { LineReader } from './line';
import { isNote, isSentence } from './notes';

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
])('%s is a note: %p', (row, expected) => {
  const file = textFile(`Date,Code,Amount\n${row}`);
  const reader = new LineReader(file, file.tables[0], { row: 0, columns: { date: 0, code: 1, amount: 2 } }, fields);
  const [line] = reader.lines();
  expect(isNote(line, ['code', 'amount'])).toBe(expected);
});

test.each([
  [['Date downloaded Apr-23-2026 1:39 p.m ET']],
  [['Brokerage services are provided by Fidelity Brokerage Services LLC (FBS)', ' 900 Salem Street', ' Smithfield', '']],
  [['informational purposes only, and is not intended to provide advice', ' nor should it be']],
  [['XXX', '', '']],
])('%j is text', (cells) => expect(isSentence(cells)).toBe(true));

test.each([
  [['X1', 'Individual', 'VTI']],
  [['The Very Long Name of a Family Trust', 'VTI', '12']],
  [['', '12.5', '']],
  [['12']],
])('%j is data', (cells) => expect(isSentence(cells)).toBe(false));
