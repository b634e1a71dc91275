import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { stories } from './fixtures/story';
import { interactiveBrokersFlex } from './flex';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/flex', name), 'utf8');
const read = (text: string) => interactiveBrokersFlex.read(textFile(text, 'a.xml'));

test('two accounts: lots below their position, a short call, a bill, cash by currency, transactions told once', () => {
  const { rows, issues } = read(fixture('lots-two-accounts.xml'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000001 VTI ? 34 @ 205 = 6970 310 → 10540 USD',
    'lot U1000001 VTI 2024-08-07 24 @ 200 = 4800 310 → 7440 USD long',
    'lot U1000001 VTI 2026-05-04 10 @ 217 = 2170 310 → 3100 USD short',
    'position U1000001 VTI   270115C00330000 ? -2 @ 3.4465 = -689.3 4.1 → -820 USD option',
    'position U1000001 912797XY1 ? 5000 @ 98.1 = 4905 98.75 → 4937.5 USD bond',
    'position U1000002 VTI ? 1.5 @ ? = ? 310 → 465 USD',
    'cash U1000001 CASH ? 100 @ ? = ? 1 → 100 EUR cash',
    'cash U1000001 CASH ? 812.5 @ ? = ? 1 → 812.5 USD cash',
    'transaction U1000001 VTI 2026-05-04 Buy 10 @ 216.9 -2170 fees 1 USD',
    'transaction U1000001 ORLN 2026-06-01 Sell 3 @ 100 298.99 fees 1.01 USD',
    'realized-lot U1000001 ORLN 2023-03-02 to 2026-06-01 3 298.99 − 360.5 = -61.51 USD long',
    'transaction U1000001 EUR.USD 2026-06-02 Other 100 @ 1.1 -110 fees ? USD',
    'transaction U1000001 VTI 2026-06-30 Dividend ? @ ? 30.6 fees ? USD',
    'transaction U1000001 ? 2026-01-02 Deposit ? @ ? 2500 fees ? USD',
    'transaction U1000001 SPLX 2026-07-10 Split 30 @ ? 0 fees ? USD',
    'transaction U1000001 BNDX 2026-08-01 Transfer in 20 @ ? 0 fees ? USD',
  ]);
  expect(rows[1]).toMatchObject({ lotId: '30000000001', cusip: '922908769', accountName: 'Harbor', line: 9 });
});

test('a query that breaks out by day, days before months, no cost, one currency', () => {
  const { rows, issues } = read(fixture('by-day-no-cost.xml'));
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position U1000003 SAP ? 15 @ ? = ? 151 → 2265 EUR',
    'lot U1000003 SAP 2026-05-04 15 @ ? = ? 151 → 2265 EUR',
    'cash U1000003 CASH ? 20 @ ? = ? 1 → 20 cash',
  ]);
  expect(rows.filter(({ kind }) => kind === 'skip')).toHaveLength(2);
});

test('the base currency is that of rate 1, or of the account information', () => {
  const position = '<OpenPosition symbol="A" currency="CHF" fxRateToBase="1" position="1"/>';
  const wrapped = (inside: string) => `<FlexQueryResponse><FlexStatement accountId="U1">${inside}<CashReportCurrency currency="BASE_SUMMARY" endingCash="5"/></FlexStatement></FlexQueryResponse>`;
  expect(read(wrapped(position)).rows.at(-1)).toMatchObject({ kind: 'cash', quantity: 5, currency: 'CHF' });
  expect(read(wrapped('<AccountInformation currency="EUR"/>')).rows).toMatchObject([{ kind: 'cash', currency: 'EUR' }]);
});

test('a file that breaks off keeps what was whole, and stops', () => {
  const text = fixture('lots-two-accounts.xml');
  const { rows, issues } = read(text.slice(0, text.indexOf('positionValue="3100"')));
  expect(rows).toHaveLength(4);
  expect(issues).toMatchObject([{ code: 'I01', severity: 'stop', cell: 'A10' }]);
});

test('entities are refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<FlexQueryResponse>&b;</FlexQueryResponse>';
  expect(read(bomb)).toMatchObject({ rows: [], issues: [{ code: 'I01' }] });
});

test('a number that is none is named with its line', () => {
  const { rows, issues } = read(fixture('by-day-no-cost.xml').replace('position="12"', 'position="twelve"'));
  expect(rows.find(({ line }) => line === 5)?.quantity).toBeNull();
  expect(issues).toMatchObject([{ code: 'I02', cell: 'A5', found: 'twelve', rowKey: 'SAP', accounts: ['U1000003'] }]);
});

test.each([
  ['<FlexQueryResponse queryName="x">', 1],
  ['\uFEFF<?xml version="1.0"?>\n<FlexStatements count="1">', 0.9],
  ['<OFX>', 0],
  ['FlexQueryResponse', 0],
])('%j is recognized with %d', (text, sure) => expect(interactiveBrokersFlex.recognizes(textFile(text))).toBe(sure));
