import type { Issue } from '../../shared/issue';
import { suspensions } from './suspensions';

const issue = (more: Partial<Issue>): Issue => ({ code: 'H04', severity: 'skip', message: 'Price of XYZ is missing.', rows: 1, ...more });

test('a skip leaves out the accounts it names, and the first one speaks', () => {
  const found = suspensions([
    issue({ accounts: ['A', 'B'], sheet: 'Holdings', cell: 'D7', fix: 'Maybe the price is in another column.' }),
    issue({ accounts: ['B'], code: 'H09', message: 'Quantity is negative.' }),
  ]);
  const first = { code: 'H04', reason: 'Price of XYZ is missing.', fix: 'Maybe the price is in another column.', source: 'Holdings!D7' };
  expect([...found]).toEqual([['A', first], ['B', first]]);
});

test('milder issues and worse ones leave nobody out', () => {
  expect(suspensions([issue({ severity: 'warn', accounts: ['A'] }), issue({ severity: 'stop', accounts: ['A'] }), issue({})]).size).toBe(0);
});

test('a fix is always offered, a place only when it is known', () => {
  const found = suspensions([issue({ accounts: ['A'] }), issue({ accounts: ['B'], sheet: 'Holdings' })]);
  expect(found.get('A')).toMatchObject({ fix: 'Mend the data and run again.', source: undefined });
  expect(found.get('B')?.source).toBe('Holdings');
});
