import { sixtyForty, snapshotOf } from '../examples';
import { caps } from './caps';

test('each security, issuer and sector that is held or wanted has its cap', () => {
  const snapshot = snapshotOf(sixtyForty({
    vti: { issuer: 'Vanguard', sector: 'Broad' }, bnd: { issuer: 'Vanguard' }, settings: { maxPosition: 0.5, maxIssuer: 0.9, maxSector: 0.3 },
  }));
  expect(caps(snapshot).map(({ name, source, max, expression }) => [name, source, max, expression.weights?.length])).toEqual([
    ['no more than 50.0 % in BND', 'Settings: Max position', 0.5, 1],
    ['no more than 50.0 % in VTI', 'Settings: Max position', 0.5, 1],
    ['no more than 90.0 % in Vanguard', 'Settings: Max issuer', 0.9, 2],
    ['no more than 30.0 % in Broad', 'Settings: Max sector', 0.3, 1],
  ]);
});

test('caps that are switched off ask for nothing', () => {
  expect(caps(snapshotOf(sixtyForty({ vti: { sector: 'Broad' } })))).toEqual([]);
});
