import type { TableRow } from '../contract';
import { checkContext, runCheck, type CheckCode } from '.';
import { exampleDay, soundTables } from './examples';

type Pair = TableRow<'substitutes'>;
const run = (code: CheckCode, ...substitutes: Pair[]) => runCheck(code, checkContext({ ...soundTables, substitutes }, { asOf: exampleDay }));
const pair = (original: string, substitute: string, more: Partial<Pair> = {}): Pair => ({ for: original, substitute, ...more });

test('a circle is told once, with the way around it', () => {
  const issues = run('U01', pair('VTI', 'VXUS'), pair('VXUS', 'BND'), pair('BND', 'VTI'), pair('BND', 'VXUS'));
  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('VTI → VXUS → BND → VTI')]);
});

test('a chain and a repeated pair are no circle', () => {
  expect(run('U01', pair('VTI', 'VXUS'), pair('VTI', 'VXUS'), pair('VXUS', 'BND'))).toEqual([]);
});

test.each<[string, Pair, string]>([
  ['unknown original', pair('XXX', 'VTI'), '"XXX" is not in Securities'], ['unknown substitute', pair('VTI', 'XXX'), '"XXX" is not in Securities'],
  ['itself', pair('VTI', 'vti'), 'VTI is its own substitute'], ['unknown tax type', pair('VTI', 'BND', { taxTypes: 'Txable' }), 'Tax types "Txable" names no tax type'],
])('%s has no effect', (_, row, says) => {
  expect(run('U03', row)).toMatchObject([{ message: expect.stringContaining(says), rows: 1 }]);
});
