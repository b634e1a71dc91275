import { describe, expect, it } from '@jest/globals';
import type { Cell, Region } from '../../shared/workbook/port';
import { tableLines, workbookKind } from './table-lines';

const region = (sheet: string, values: Cell[][], more: Partial<Region> & { rows?: number } = {}): Region & { rows?: number } => ({
  sheet,
  top: 1,
  left: 1,
  values,
  ...more,
});

describe('what the workbook holds', () => {
  const accounts = region('Accounts', [
    ['Account ID', 'Tax type', 'Model'],
    ['A', 'Taxable', 'Growth'],
  ]);

  it('counts rows below the header, also those that were not read', () => {
    const far = region('Holdings', [['My custodian'], [null], ['Account ID', 'Symbol', 'Quantity'], ['A', 'VTI', 1]], { rows: 8_123 });
    const lines = tableLines([accounts, far]);
    expect(lines.map(({ name, rows, missing }) => [name, rows, missing])).toEqual([
      ['accounts', 1, false],
      ['holdings', 8_120, false],
      ['securities', 0, true],
      ['models', 0, true],
    ]);
  });

  it('marks each table with its problems, notes apart', () => {
    const issue = { code: 'A03', message: '', rows: 1, table: 'accounts' } as const;
    expect(
      tableLines(
        [accounts],
        [
          { ...issue, severity: 'warn' },
          { ...issue, severity: 'skip' },
          { ...issue, severity: 'info' },
        ],
      )[0],
    ).toMatchObject({ problems: 2, worst: 'skip' });
  });

  it('is empty, without our tables, or with some', () => {
    expect([workbookKind(true, []), workbookKind(false, tableLines([])), workbookKind(false, tableLines([accounts]))]).toEqual([
      'empty',
      'no tables',
      'some tables',
    ]);
  });
});
