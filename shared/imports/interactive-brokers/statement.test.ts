import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { stories } from './fixtures/story';
import { interactiveBrokersStatement } from './statement';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/statement', name), 'utf8');
const read = (text: string) => interactiveBrokersStatement.read(textFile(text, 'a.csv'));
const text = fixture('lots-two-currencies.csv');

test('positions, lots, cash by currency, trades, realized lots and entries', () => {
  const { asOf, rows, issues } = read(text);
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000001 SAP ? 15 @ 140.2 = 2103 151 → 2265 EUR',
    'lot U1000001 SAP 2025-11-28 0.0008 @ 48.91 = 0.039128 151 → 0.12 EUR short',
    'lot U1000001 SAP 2024-05-04 14.9992 @ 140.204869 = 2102.960872 151 → 2264.88 EUR long',
    'position U1000001 VTI ? 34 @ 205 = 6970 310 → 10540 USD',
    'lot U1000001 VTI 2024-08-07 24 @ 200 = 4800 310 → 7440 USD long',
    'lot U1000001 VTI 2026-05-04 10 @ 217 = 2170 310 → 3100 USD short',
    'position U1000001 VTI 15JAN27 330 C ? -2 @ 3.4465 = -689.3 4.1 → -820 USD option',
    'position U1000001 912797XY1 ? 5000 @ 98.1 = 4905 98.75 → 4937.5 USD bond',
    'cash U1000001 CASH ? 100 @ ? = ? 1 → 100 EUR cash',
    'cash U1000001 CASH ? 812.5 @ ? = ? 1 → 812.5 USD cash',
    'transaction U1000001 VTI 2026-05-04 Buy 10 @ 216.9 -2170 fees 1 USD',
    'transaction U1000001 ORLN 2026-06-01 Sell 1003 @ 100 100298.99 fees 1.01 USD',
    'realized-lot U1000001 ORLN 2023-03-02 to 2026-06-01 1003 100298.99 − 120500.5 = -20201.51 USD long',
    'transaction U1000001 EUR.USD 2026-06-02 Other 100 @ 1.1 -110 fees ? USD',
    'transaction U1000001 VTI 2026-06-30 Dividend ? @ ? 30.6 fees ? USD',
    'transaction U1000001 ? 2026-01-02 Deposit ? @ ? 2500 fees ? USD',
    'transaction U1000001 ? 2026-03-04 Fee ? @ ? -1.5 fees ? USD',
    'transaction U1000001 SPLX 2026-07-10 Split 30 @ ? 0 fees ? USD',
    'transaction U1000001 BNDX 2026-08-01 Transfer in 20 @ ? 0 fees ? USD',
  ]);
  expect(rows[3]).toMatchObject({ cusip: '922908769', description: 'VANGUARD TOTAL STOCK MKT ETF', accountName: 'Harbor', line: 19 });
});

test('several accounts, columns in another order, saved again without its banner', () => {
  const { rows, issues } = read(fixture('consolidated-saved-again.csv'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000001 VTI ? 24 @ 200 = 4800 310 → 7440 USD',
    'lot U1000001 VTI 2024-08-07 24 @ 200 = 4800 310 → 7440 USD long',
    'position U1000002 VTI ? 1.5 @ ? = ? 310 → 465 USD',
    'cash U1000001 CASH ? 812.5 @ ? = ? 1 → 812.5 USD cash',
    'cash U1000002 CASH ? -20 @ ? = ? 1 → -20 USD cash',
  ]);
});

test('two statements in one file, each of its own account', () => {
  const { rows } = read(text + text.replaceAll('U1000001', 'U1000002'));
  expect(new Set(rows.map(({ account }) => account))).toEqual(new Set(['U1000001', 'U1000002', null]));
  expect(rows.filter(({ kind, account }) => kind === 'lot' && account === 'U1000002')).toHaveLength(4);
});

test('a row that is none of the report parts its cash, and the sum in base currency still does not count twice', () => {
  const { rows } = read(text.replace('Cash Report,Data,Ending Cash,EUR', '=cmd,Data,Ending Cash,EUR').replace(/^=cmd,Data/m, '=cmd,x'));
  expect(rows.filter(({ kind }) => kind === 'cash').map(({ quantity }) => quantity)).toEqual([812.5]);
});

describe('what is wrong becomes an issue', () => {
  const issuesOf = (changed: string) => read(changed).issues;

  test('a position deleted from the file: its currency no longer adds up; the total in base currency is no check', () => {
    const [issue, ...others] = issuesOf(text.replace(/^Open Positions,Data,Summary,Equity.*\n/m, 'Open Positions,Data,Summary,Equity and Index Options,USD,X,-,1,100,1,1,1,1,0,\n'));
    expect(issue).toMatchObject({ code: 'H13', column: 'Value', message: expect.stringContaining('USD') as string });
    expect(others).toEqual([]);
  });

  test('a position whose cells have shifted, so that it has no symbol', () => {
    const [issue] = issuesOf(text.replace('Data,Summary,Stocks,USD,VTI', 'Data,Stocks,USD,VTI'));
    expect(issue).toMatchObject({ code: 'I02', cell: 'F19', message: 'Line 19 of Open Positions has no symbol; it was left out.' });
  });

  test('the account deleted', () => {
    expect(issuesOf(text.replace(/^Account Information,Data,Account,.*\n/m, ''))).toMatchObject([{ code: 'I03', cell: 'A13' }]);
  });

  test('a header row deleted', () => {
    expect(issuesOf(text.replace(/^Open Positions,Header.*\n/m, ''))[0]).toMatchObject({ code: 'I01', severity: 'stop', cell: 'A13' });
  });

  test('a sale deleted: its closed lot has no day, and not that of another trade', () => {
    const rows = read(text.replace(/^Trades,Data,Order,Stocks,USD,ORLN.*\n/m, '')).rows.filter(({ kind, symbol }) => kind === 'realized-lot' && symbol === 'ORLN');
    expect(rows.map(({ closed, acquired }) => [closed, acquired])).toEqual([[null, '2023-03-02']]);
  });

  test('columns in another language', () => {
    expect(issuesOf(text.replace(/^(Open Positions,Header),.*/m, '$1,DataDiscriminator,资产类别,货币,代码'))[0]).toMatchObject({ code: 'I01', cell: 'A13' });
  });
});

test.each([
  'Statement,Header,域名称,域值\nStatement,Data,Title,Activity Statement\n持仓,Header,DataDiscriminator,资产类别,货币,代码,数量\n持仓,Data,Summary,股票,USD,VTI,3\n',
  'Statement,Header,Nombre del campo,Valor del campo\nStatement,Data,Título,Extracto\nPosiciones abiertas,Header,DataDiscriminator,Divisa\nPosiciones abiertas,Data,Summary,USD\n',
])('a statement in another language is recognized, and not read', (foreign) => {
  expect(interactiveBrokersStatement.recognizes(textFile(foreign))).toBeGreaterThanOrEqual(0.5);
  const { rows, issues } = read(foreign);
  expect(rows).toEqual([]);
  expect(issues).toMatchObject([{ code: 'I01', severity: 'stop', fix: expect.stringContaining('another language') as string }]);
});

test.each([
  [text, 1],
  [text.replace(/^(?:Statement|Account Information|Net Asset Value).*\n/gm, ''), 0.95],
  ['Transaction History,Header,Date,Account\nTransaction History,Data,2026-01-01,U1\n', 0],
  ['Symbol,Data,Price\nVTI,Data,3\n', 0],
])('recognized by its sections (case %#)', (content, sure) => expect(interactiveBrokersStatement.recognizes(textFile(content))).toBeCloseTo(sure, 5));
