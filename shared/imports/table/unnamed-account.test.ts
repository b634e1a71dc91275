import { RecordReader } from './record';
import { complainOfNoAccount } from './unnamed-account';

test('says what belongs to nobody, and where', () => {
  const reader = new RecordReader('a.csv', { symbol: ['Symbol'] });
  complainOfNoAccount(reader, 3, 'lots', 'Choose the account.');
  const message = 'The file does not name the account its lots belong to.';
  expect(reader.issues).toMatchObject([{ code: 'I03', sheet: 'a.csv', cell: 'A3', message, fix: 'Choose the account.' }]);
});
