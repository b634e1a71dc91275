import { textFile } from '../custodian-file';
import { LineReader } from '../table/line';
import { complainOfNoAccount } from './unnamed-account';

const file = textFile('Symbol\nVT', 'a.csv');
const newReader = () => new LineReader(file, file.tables[0], { row: 0, columns: { symbol: 0 } }, { symbol: ['Symbol'] });

test('an account that nothing names', () => {
  const reader = newReader();
  complainOfNoAccount(reader, 2);
  expect(reader.issues).toMatchObject([{ code: 'I03', sheet: 'a.csv', cell: 'A3' }]);
  expect(reader.issues[0].fix).toMatch(/^Maybe/);
});
