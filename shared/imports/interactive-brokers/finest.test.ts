import { importRow } from '../format';
import { onlyFinest } from './finest';

const read = (level: string) => ({ row: importRow('transaction', 1, { description: level }), level });

test('orders repeat their executions; levels that are not asked about stay', () => {
  const kinds = onlyFinest([read('ORDER'), read('EXECUTION'), read(''), read('SUMMARY')], ['EXECUTION', 'ORDER']).map(({ kind }) => kind);
  expect(kinds).toEqual(['skip', 'transaction', 'transaction', 'transaction']);
});

test('the only level there is counts', () => {
  expect(onlyFinest([read('ORDER')], ['EXECUTION', 'ORDER']).map(({ kind }) => kind)).toEqual(['transaction']);
});
