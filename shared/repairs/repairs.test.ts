import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../checks';
import { readTables } from '../contract/parse';
import { readAudit } from '../sheets/read-audit';
import type { Cell, WorkbookContent } from '../workbook/port';
import { MemoryWorkbook } from '../workbook/memory';
import { applyRepairs } from './apply';
import { chooseRepairs, parseWishes } from './choose';
import { proposeRepairs } from './propose';
import { bookWith } from '../contract/example-book';

const options = { asOf: '2026-11-20' };
const now = new Date('2026-11-20T09:30:00Z');
const all = (): boolean => true;

const propose = (content: WorkbookContent) => proposeRepairs(content, options);
const codesOf = (content: WorkbookContent): string[] => {
  const { tables, issues, places } = readTables(content);
  return [...issues, ...check(tables, { ...options, places })].map(({ code }) => code);
};

/** The book after the repairs of the codes were written. */
async function mended(content: WorkbookContent, codes?: string): Promise<WorkbookContent> {
  const workbook = new MemoryWorkbook(content);
  await applyRepairs(workbook, chooseRepairs(propose(content), codes === undefined ? undefined : parseWishes(codes)).chosen, now);
  return workbook.read(all);
}

test('a sound book has nothing to mend', () => {
  expect(propose(bookWith())).toEqual([]);
});

const cases: readonly (readonly [string, string, Readonly<Record<string, Cell>>, Readonly<Record<string, Cell>>])[] = [
  ['text numbers', 'G06', { 'Holdings!C2': '120', 'Holdings!D2': '$18,240' }, { 'Holdings!C2': 120, 'Holdings!D2': 18240 }],
  ['stray spaces', 'G07', { 'Holdings!B2': ' VTI\u00a0' }, { 'Holdings!B2': 'VTI' }],
  ['percentages a hundred times too big, in the whole column', 'G08', { 'Models!C2': 60, 'Models!C3': 38, 'Models!C4': 2 }, { 'Models!C2': 0.6, 'Models!C3': 0.38, 'Models!C4': 0.02 }],
  ['percentages that are text and too big', 'G08', { 'Models!D2': '70' }, { 'Models!D2': 0.7 }],
  ['dates whose order one date of the column tells', 'G09', { 'Holdings!E2': '03/04/2021', 'Holdings!E3': '19/07/2024' }, { 'Holdings!E2': 44289 }],
  ['dates, day first', 'G09:day', { 'Holdings!E2': '03/04/2021' }, { 'Holdings!E2': 44289 }],
  ['dates, month first', 'G09:month', { 'Holdings!E2': '03/04/2021' }, { 'Holdings!E2': 44259 }],
  ['a word not in the list', 'G11', { 'Accounts!B2': 'Taxfre' }, { 'Accounts!B2': 'Tax-free' }],
  ['a sign turned around', 'G11', { 'Holdings!D2': -18240 }, { 'Holdings!D2': 18240 }],
  ['leading zeros of a lot', 'H09', { 'Holdings!A2': 4471, 'Holdings!A3': 4472 }, { 'Holdings!A2': '0004471', 'Holdings!A3': '0004472' }],
  ['leading zeros of an account', 'H09', { 'Accounts!A2': 4471 }, { 'Accounts!A2': '0004471' }],
  ['an account that is missing', 'H01:add', { 'Holdings!A2': 'X-9' }, { 'Accounts!A4': 'X-9' }],
  ['a symbol that is missing', 'H02:add', { 'Holdings!B2': 'SCHB' }, { 'Securities!A4': 'SCHB' }],
  ['a price in another unit', 'H07:price', { 'Securities!B2': 29000 }, { 'Securities!B2': 290 }],
  ['a quantity in another unit', 'H07:quantity', { 'Holdings!C2': 1.2 }, { 'Holdings!C2': 120 }],
  ['a basis that is of one share', 'H08', { 'Holdings!D2': 152 }, { 'Holdings!D2': 18240 }],
  ['a model to rescale', 'M01:rescale', { 'Models!C2': 0.5, 'Models!C3': 0.28 }, { 'Models!C2': 0.625, 'Models!C3': 0.35, 'Models!C4': 0.025 }],
  ['a model without cash', 'M01:cash', { 'Models!B4': 'Bonds', 'Models!C3': 0.3 }, { 'Models!A5': 'Growth', 'Models!B5': 'CASH', 'Models!C5': 0.08 }],
  ['a misspelled component', 'M03', { 'Models!B2': 'US equty' }, { 'Models!B2': 'US equity' }],
];

test.each(cases)('mends %s (%s), and then it is gone', async (_name, codes, spoiled, expected) => {
  const content = bookWith(spoiled);
  const code = codes.slice(0, 3);
  expect(codesOf(content)).toContain(code);
  const after = await mended(content, codes);
  const cell = (place: string): Cell | undefined => {
    const [sheet, column, row] = /^(.+)!([A-Z])(\d+)$/.exec(place)!.slice(1);
    return after.regions.find((region) => region.sheet === sheet)?.values[Number(row) - 1][column.charCodeAt(0) - 65];
  };
  expect(Object.fromEntries(Object.keys(expected).map((place) => [place, cell(place)]))).toEqual(expected);
  expect(codesOf(after)).not.toContain(code);
});

test('a short account number is made as long as its siblings wherever it stands', async () => {
  const content = bookWith({ 'Accounts!A4': '0004473', 'Accounts!B4': 'Exempt', 'Accounts!A5': 4474, 'Accounts!B5': 'Exempt', 'Holdings!A4': 4474 });
  expect(codesOf(content)).toContain('H09');
  const after = await mended(content);
  expect(after.regions.slice(0, 2).map(({ values }) => values.at(-1)?.[0])).toEqual(['0004474', '0004474']);
  expect(codesOf(after)).not.toContain('H09');
});

test('what changes a figure, a date or a row waits until its code is named', () => {
  const content = bookWith({ 'Holdings!C2': '120', 'Models!D2': 70, 'Holdings!E2': '03/04/2021', 'Holdings!D3': 78 });
  const { chosen, open } = chooseRepairs(propose(content));
  expect(chosen.map(({ code }) => code)).toEqual(['G06']);
  expect(open.map(({ code, way }) => `${code} ${way}`).sort()).toEqual(['G08 ', 'G09 day', 'G09 month', 'H08 ']);
  expect(chooseRepairs(propose(content), parseWishes('g09')).chosen).toEqual([]);
});

test('a formula is never written, and is named', async () => {
  const content = bookWith({ 'Holdings!C2': '120', 'Holdings!C3': '410' });
  const workbook = new MemoryWorkbook(content, { Holdings: ['C2'] });
  const { written, formulas } = await applyRepairs(workbook, chooseRepairs(propose(content)).chosen, now);
  expect([written.map(({ cell }) => cell), formulas.map(({ cell }) => cell)]).toEqual([['C3'], ['C2']]);
  const { regions } = await workbook.read(all);
  expect(regions[1].values.slice(1, 3).map((row) => row[2])).toEqual(['120', 410]);
});

test('the audit trail tells of it, and of nothing when nothing was written', async () => {
  const workbook = new MemoryWorkbook(bookWith({ 'Holdings!C2': '120' }));
  await applyRepairs(workbook, chooseRepairs(propose(await workbook.read(all))).chosen, now);
  await applyRepairs(workbook, chooseRepairs(propose(await workbook.read(all))).chosen, now);
  const { regions } = await workbook.read(({ table }) => table === 'rb_Audit');
  expect(readAudit(regions[0])).toMatchObject([{ action: 'Fix', scope: 'G06', note: 'Fixed 1 cell: G06.' }]);
});

test('lots that a corporate action restates are not mended by what is true after it', () => {
  const content = bookWith({ 'Holdings!D2': 152 });
  const action = { sheet: 'Corporate actions', top: 1, left: 1, values: [['Symbol', 'Type', 'Effective', 'Ratio', 'Treatment'], ['VTI', 'Split', 46346, 2, 'Adjust lots']] };
  const dated = content.regions.map((region) => (region.sheet === 'Holdings' ? { ...region, values: region.values.map((row, index) => [...row, index === 0 ? 'As of' : 46345]) } : region));
  expect(propose({ ...content, regions: dated }).map(({ code }) => code)).toContain('H08');
  expect(propose({ ...content, regions: [...dated, action] }).map(({ code }) => code)).not.toContain('H08');
});

const spoilers = cases.flatMap(([, , spoiled]) => Object.entries(spoiled));

test('whatever is wrong, mending twice is mending once', async () => {
  await fc.assert(fc.asyncProperty(fc.subarray(spoilers, { maxLength: 8 }), async (spoiled) => {
    const once = await mended(bookWith(Object.fromEntries(spoiled)));
    const { written } = await applyRepairs(new MemoryWorkbook(once), chooseRepairs(propose(once)).chosen, now);
    expect(written).toEqual([]);
  }), { numRuns: 60 });
});
