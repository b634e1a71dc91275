import { describe, expect } from '@jest/globals';
import { join } from 'node:path';
import { asOf, inFolder, rebal } from '../../server/commands/fixtures/terminal';
import { definitionOf, tableNames } from '../../shared/contract';
import { python, withOpenpyxl } from '../python/run-python';

/** The sheets to fill, as another program sees them. Skipped where openpyxl is not installed. */
interface Described {
  readonly order: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly sheets: Readonly<Record<string, DescribedSheet>>;
}

interface DescribedSheet {
  readonly freeze: string | null;
  readonly tables: Readonly<Record<string, string>>;
  /** Type, operator, first formula, second formula, cells, error, prompt. */
  readonly validations: readonly (readonly [string | null, string | null, string | null, string | null, string, string | null, string | null])[];
  /** Value, kind, format. */
  readonly cells: Readonly<Record<string, readonly [unknown, string, string, ...unknown[]]>>;
}

const described = (path: string): Described => JSON.parse(python('describe_book', path)) as Described;

describe('a template of all tables in another program', () => {
  withOpenpyxl('has its tables, drop-downs to the last row, help on every header, formats and the names', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, 'all.xlsx');
      expect(await rebal('template', out, '--tables', 'all', '--as-of', asOf)).toMatchObject({ status: 0, err: '' });
      const { order, names, sheets } = described(out);
      expect(order).toEqual([...tableNames.map((name) => definitionOf(name).sheet), 'Setup']);
      expect(Object.keys(names).sort()).toEqual(['rb_AsOf', 'rb_Contract', 'rb_Currency']);
      for (const name of tableNames) {
        const { sheet, excel, columns } = definitionOf(name);
        const { validations, tables, freeze, cells } = sheets[sheet];
        expect(Object.keys(tables)).toEqual([excel]);
        expect(freeze).not.toBeNull();
        const lists = validations.filter(([type]) => type === 'list').map(([, , formula]) => formula);
        for (const { choices = {}, header, help } of Object.values(columns)) {
          const list = `"${Object.keys(choices).join(',')}"`;
          if (list.length > 2 && list.length <= 255 && !Object.keys(choices).some((choice) => choice.includes(','))) expect(lists).toContain(list);
          const at = Object.keys(cells).find((address) => cells[address][0] === header && /^[A-Z]+1$/.test(address));
          const prompt = validations.find(([, , , , cell, , text]) => cell === at && text)?.[6];
          expect(prompt).toContain(help.slice(0, 200));
        }
      }
      const { cells, validations } = sheets.Holdings;
      expect([cells.A2.slice(0, 3), cells.D2?.[2], cells.F2?.[2]]).toEqual([['4471-0093', 's', '@'], '#,##0.00##', 'yyyy-mm-dd']);
      expect(validations.filter(([type]) => type === 'list').every(([, , , , cells]) => cells.endsWith('1048576'))).toBe(true);
    });
  });
});
