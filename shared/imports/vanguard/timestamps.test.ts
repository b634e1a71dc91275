import { textFile } from '../custodian-file';
import { mendTimestamps } from './timestamps';

test('a header that came apart at its comma is whole again, and the rows stay as they are', () => {
  const { tables } = mendTimestamps(textFile('Symbol,Market value as of 09/03/2026 02:17 PM, ET,Covered\nVTI,ET,ET,x'));
  expect(tables[0].cells).toEqual([
    ['Symbol', 'Market value as of 09/03/2026 02:17 PM', 'Covered'],
    ['VTI', 'ET', 'ET', 'x'],
  ]);
});

test('a table without such headers is left alone', () => {
  const file = textFile('Symbol,"Market value as of 09/03/2026 02:17 PM, ET"\nVTI,1');
  expect(mendTimestamps(file).tables[0]).toBe(file.tables[0]);
});
