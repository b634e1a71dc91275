import type { ImportRow } from './format';
import { groupPositions } from './positions';

const row = (kind: ImportRow['kind'], symbol: string, account = 'A') => ({ kind, symbol, account }) as ImportRow;

test('lots belong to the position above them', () => {
  const rows = [
    row('position', 'VTI'),
    row('lot', 'VTI'),
    row('lot', 'VTI'),
    row('position', 'VTI'),
    row('position', 'BND'),
    row('lot', 'BND'),
  ];
  expect(groupPositions(rows)).toEqual([
    { parent: rows[0], lots: [rows[1], rows[2]] },
    { parent: rows[3], lots: [] },
    { parent: rows[4], lots: [rows[5]] },
  ]);
});

test('a lot without its position, or of another account, stands alone; cash and totals are no positions', () => {
  const rows = [row('lot', 'VTI'), row('position', 'VTI'), row('lot', 'VTI', 'B'), row('cash', 'CASH'), row('total', '')];
  expect(groupPositions(rows)).toEqual([{ lots: [rows[0]] }, { parent: rows[1], lots: [] }, { lots: [rows[2]] }]);
});
