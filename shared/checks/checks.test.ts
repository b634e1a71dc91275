import fc from 'fast-check';
import { placesOf } from '../contract/places';
import { severities } from '../issue';
import { check, checkCatalogue, checkContext, runCheck, type CheckCode } from '.';
import { checkExamples, exampleDay, soundTables, type Case } from './examples';

const run = (code: CheckCode, { tables, options }: Case) => runCheck(code, checkContext(tables, { asOf: exampleDay, ...options }));
const codes = Object.keys(checkCatalogue) as CheckCode[];

test('a sound book has no issue', () => {
  expect(check(soundTables, { asOf: exampleDay })).toEqual([]);
});

test.each(codes)('%s catches what it must, and nothing near it', (code) => {
  const issues = run(code, checkExamples[code].fails);
  expect(issues.length).toBeGreaterThan(0);
  for (const issue of issues) {
    expect(issue.code).toBe(code);
    expect(issue.message).toMatch(/^[A-Z0-9].*\.$/s);
    expect(issue.fix).toMatch(/\.$/);
    if (issue.severity === 'skip') expect(issue.accounts?.length).toBeGreaterThan(0);
  }
  expect(run(code, checkExamples[code].passes)).toEqual([]);
});

test('an issue points to the cell, and to the row where no workbook is at hand', () => {
  const { tables } = checkExamples.H06.fails;
  const places = placesOf(new Map([['holdings', { sheet: 'My lots', columns: new Map([['accountId', 2], ['acquired', 6]]) }]]), new Set());
  expect(runCheck('H06', checkContext(tables, { asOf: exampleDay, places }))).toEqual([expect.objectContaining({
    sheet: 'My lots', cell: 'F2', column: 'Acquired', found: '2026-11-21', rowKey: '4471-0093 › VTI › L-1', accounts: ['4471-0093'],
    message: "Lot 4471-0093 › VTI › L-1 was acquired on 2026-11-21 at 'My lots'!F2, after the as-of day 2026-11-20.",
  })]);
  const [issue] = run('H06', checkExamples.H06.fails);
  expect([issue.sheet, issue.cell]).toEqual(['Holdings', undefined]);
  expect(issue.message).toContain('at Holdings row 2,');
});

test('what reading has reported is not reported again', () => {
  const { tables } = checkExamples.A03.fails;
  const places = placesOf(new Map([['accounts', { sheet: 'Accounts', columns: new Map([['taxType', 2]]) }]]), new Set(['accounts|2|taxType']));
  expect(runCheck('A03', checkContext(tables, { asOf: exampleDay, places }))).toEqual([]);
});

test('without a core table nothing else is said', () => {
  expect(check(checkExamples.M01.fails.tables, { asOf: exampleDay, places: placesOf(new Map(), new Set()) })).toEqual([]);
});

test('the worst comes first', () => {
  const { tables } = checkExamples.H06.fails;
  const issues = check({ ...tables, models: checkExamples.M01.fails.tables.models, transactions: undefined }, { asOf: exampleDay });
  expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['stop M01', 'skip H06', 'warn X01']);
});

test('the order of rows changes no code, severity or account', () => {
  const summary = (tables: Case['tables']): string[] =>
    check(tables, { asOf: exampleDay }).map(({ code, severity, accounts, rows }) => `${severity} ${code} ${[...accounts ?? []].sort().join()} ${rows}`).sort();
  const broken = codes.filter((code) => checkExamples[code].fails.options === undefined);
  fc.assert(fc.property(fc.constantFrom(...broken), fc.infiniteStream(fc.nat()), (code, random) => {
    const { tables } = checkExamples[code].fails;
    const shuffled = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, [...(rows ?? [])].map((row) => ({ row, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row)]));
    expect(summary(shuffled as unknown as Case['tables'])).toEqual(summary(tables));
  }));
});

test('every severity is a known one', () => {
  expect(codes.filter((code) => !severities.includes(checkCatalogue[code].severity))).toEqual([]);
});
