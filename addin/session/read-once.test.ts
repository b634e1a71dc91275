import { expect, it } from '@jest/globals';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import { readOnce } from './read-once';

const region = (sheet: string, symbol: string) => ({ sheet, top: 1, left: 1, values: [['Symbol'], [symbol]] });

function open() {
  const content = { now: [region('Holdings', 'VTI'), region('Models', 'Growth')] };
  const reads: string[][] = [];
  const formulas: string[] = [];
  const book = readOnce({
    read: async (wanted) => {
      const found = await new MemoryWorkbook({ regions: content.now, date1904: true }).read(wanted);
      reads.push(found.regions.map(({ sheet }) => sheet));
      return found;
    },
    formulas: async ({ sheet }) => (formulas.push(sheet), new Set<string>()),
  });
  return { book, content, reads, formulas };
}

it('stays as it was when first asked', async () => {
  const { book, content, reads, formulas } = open();
  const before = await book.read(({ sheet }) => sheet === 'Holdings');
  expect(before).toEqual({ regions: [region('Holdings', 'VTI')], names: {}, date1904: true });
  content.now = [region('Holdings', 'BND'), region('Models', 'Growth')];
  expect(await book.read(({ sheet }) => sheet === 'Holdings')).toEqual(before);
  expect(reads).toEqual([['Holdings']]);
  await book.formulas({ sheet: 'Holdings' });
  await book.formulas({ sheet: 'Holdings' });
  await book.formulas({ sheet: 'Holdings', table: 'rb_Holdings' });
  expect(formulas).toEqual(['Holdings', 'Holdings']);
});

it('reads what was not asked for before, and only that', async () => {
  const { book, reads } = open();
  await book.read(({ sheet }) => sheet === 'Holdings');
  expect((await book.read(() => true)).regions.map(({ sheet }) => sheet)).toEqual(['Holdings', 'Models']);
  expect((await book.read(() => false)).regions).toEqual([]);
  expect(reads).toEqual([['Holdings'], ['Models']]);
});

it('takes no writes', async () => {
  const book = readOnce(new MemoryWorkbook());
  await expect(book.edit([])).rejects.toThrow('only looked at');
  await expect(book.write([])).rejects.toThrow('only looked at');
});
