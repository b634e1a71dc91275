import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { stories } from '../interactive-brokers/fixtures/story';
import { ofxStatement } from './statement';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/statement', name), 'utf8');
const read = (text: string) => ofxStatement.read(textFile(text, 'a.ofx'));
const version1 = fixture('version-1.qfx');

test('version 1: positions, a short call, a bill per 100, an unlisted fund, cash, transactions of one identifier', () => {
  const { asOf, rows, issues } = read(version1);
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position 00012345 VTI ? 34 @ ? = ? 310 → 10540 USD',
    'position 00012345 ? ? 96000 @ ? = ? 99.292 → 95320.32 USD bond',
    'position 00012345 -VTI270115C330 ? -2 @ ? = ? 4.1 → -820 USD option',
    'position 00012345 ? ? 117.506 @ ? = ? 44.01 → 5171.44 USD',
    'cash 00012345 CASH ? 812.5 @ ? = ? 1 → 812.5 USD cash',
    'transaction 00012345 VTI 2026-11-02 Buy 10 @ 217 -2171.03 fees 1.03 USD',
    'transaction 00012345 VTI 2026-11-03 Reinvest 0.1 @ 306 -30.6 fees 0 USD',
    'transaction 00012345 VTI 2026-11-03 Dividend ? @ ? 30.6 fees ? USD',
    'transaction 00012345 ORLN 2026-11-04 Sell 8 @ 137.16 1089.33 fees 7.95 USD',
    'transaction 00012345 VTI 2026-11-05 Transfer in 5 @ ? ? fees ? USD',
    'transaction 00012345 ? 2026-11-06 Interest ? @ ? 0.24 fees ? USD',
    'transaction 00012345 ? 2026-11-07 Withdrawal ? @ ? -500 fees ? USD',
  ]);
  expect(rows[0]).toMatchObject({ cusip: '922908769', description: 'VANGUARD TOTAL STK & MORE', accountType: 'CASH', line: 24 });
  expect(rows[3]).toMatchObject({ cusip: '123456789', description: null });
  expect(rows.filter(({ kind }) => kind === 'skip').map(({ symbol, quantity }) => [symbol, quantity])).toEqual([['ORLN', 0]]);
});

test('version 2: decimal commas, a bond priced per unit, a repeated transaction, two accounts and a savings account', () => {
  const { asOf, rows, issues } = read(fixture('version-2-two-accounts.ofx'));
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual([
    'position 111A1111 22B222 33C333 QPLANX ? 8.7605 @ ? = ? 12.4823 → 109.35 USD',
    'position 111A1111 22B222 33C333 ? ? 1000 @ ? = ? 98.5 → 985 EUR bond',
    'cash 999 CASH ? 0 @ ? = ? 1 → 0 USD cash',
    'transaction 999 QPLANX 2026-11-02 Reinvest 1 @ 12.48 -12.48 fees ? USD',
    'transaction 999 QPLANX 2026-11-03 Split 20 @ ? ? fees ? USD',
    'cash 777 CASH ? 250.25 @ ? = ? 1 → 250.25 USD cash',
    'transaction 777 ? 2026-11-01 Fee ? @ ? -3 fees ? USD',
  ]);
});

test('a settlement fund that is listed as a position and again as available cash counts once', () => {
  const fund = '<POSMF><INVPOS><SECID><UNIQUEID>922906300<UNIQUEIDTYPE>CUSIP</SECID><POSTYPE>LONG<UNITS>812.5<UNITPRICE>1.0<MKTVAL>812.50</INVPOS></POSMF>';
  const { rows } = read(version1.replace('</INVPOSLIST>', `${fund}</INVPOSLIST>`));
  expect(rows.filter(({ marketValue }) => marketValue === 812.5).map(({ kind }) => kind)).toEqual(['position', 'skip']);
});

describe('what is wrong becomes an issue', () => {
  test('net worth that positions and cash do not make', () => {
    const { issues } = read(version1.replace('<AVAILCASH>+00000000812.50', '<AVAILCASH>0'));
    expect(issues).toMatchObject([{ code: 'H13', accounts: ['00012345'], message: expect.stringContaining('111024.26') as string }]);
  });

  test('a file that breaks off within a number loses that position, and stops', () => {
    const { rows, issues } = read(version1.slice(0, version1.indexOf('<MKTVAL>+00000010540') + 12));
    expect(rows.filter(({ kind }) => kind === 'position')).toEqual([]);
    expect(issues).toMatchObject([{ code: 'I01', severity: 'stop', cell: 'A24' }]);
  });

  test('no account, and a number that is none', () => {
    const { issues } = read(version1.replace('<ACCTID>00012345', '').replace('<UNITS>34.00000', '<UNITS>1,234'));
    expect(issues).toMatchObject([{ code: 'I03' }, { code: 'I02', found: '1,234', rowKey: 'VTI' }]);
  });

  test('a margin balance', () => {
    const { rows, issues } = read(version1.replace('<MARGINBALANCE>+00000000000.00', '<MARGINBALANCE>-50'));
    expect(rows.filter(({ accountType }) => accountType === 'MARGIN')).toMatchObject([{ kind: 'skip', quantity: -50 }]);
    expect(issues).toMatchObject([{ code: 'I12', severity: 'warn', found: '-50', accounts: ['00012345'] }]);
  });

  test('no statement', () => {
    expect(read('<OFX><SIGNONMSGSRSV1><STATUS><CODE>15500</STATUS></SIGNONMSGSRSV1></OFX>')).toMatchObject({ rows: [], issues: [{ code: 'I01' }] });
  });
});

test.each([
  [version1, 1],
  ['\uFEFFOFXHEADER:100\n', 0.9],
  ['<?xml version="1.0"?><FlexQueryResponse/>', 0],
  ['Symbol,Quantity\nOFX,3', 0],
])('recognized by its root (case %#)', (text, sure) => expect(ofxStatement.recognizes(textFile(text))).toBe(sure));
