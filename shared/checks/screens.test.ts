import type { TableRow } from '../contract';
import { checkContext, runCheck } from '.';
import { exampleDay, soundTables } from './examples';

const screen = (cells: Partial<TableRow<'screens'>>, restrictions: readonly TableRow<'restrictions'>[] = []) =>
  runCheck('R05', checkContext({ ...soundTables, restrictions, tags: [{ symbol: 'VTI', tag: 'Carbon' }], screens: [{ screen: 'Clean', tag: 'Carbon', ...cells }] }, { asOf: exampleDay }));
const applied: TableRow<'restrictions'> = { scope: 'Account', scopeId: '4471-0093', rule: 'Screen', on: 'Screen', value: 'clean' };

test('a screen that cannot say what it forbids keeps the accounts waiting that apply it', () => {
  expect(screen({ test: '≤' }, [applied])).toMatchObject([{ severity: 'skip', accounts: ['4471-0093'] }]);
  expect(screen({ action: 'Max %' }, [applied])).toMatchObject([{ severity: 'skip', column: 'Limit' }]);
  expect(screen({ test: '≤' })).toMatchObject([{ severity: 'warn' }]);
  expect(screen({ test: '≤' }, [{ ...applied, until: '2026-11-19' }])).toMatchObject([{ severity: 'warn' }]);
});

test('a tag that no security has is a warning: it may come', () => {
  expect(screen({ tag: 'Coal' }, [applied])).toMatchObject([{ severity: 'warn', message: expect.stringContaining('No security has the tag "Coal"') }]);
  expect(screen({ tag: 'CARBON' }, [applied])).toEqual([]);
});
