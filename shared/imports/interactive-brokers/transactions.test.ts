import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { stories } from './fixtures/story';
import { interactiveBrokersTransactions } from './transactions';

const text = readFileSync(join(__dirname, 'fixtures/transactions/history.csv'), 'utf8');
const read = (changed: string) => interactiveBrokersTransactions.read(textFile(changed, 'a.csv'));
const transactions = [
  'transaction U***00001 VTI 2026-08-14 Sell 2 @ 310.5 620 fees 1 USD',
  'transaction U***00001 VTI 2026-07-01 Dividend ? @ ? 30.6 fees ? USD',
  'transaction U***00001 VTI 2026-07-01 Other ? @ ? -4.59 fees ? USD',
  'transaction U***00001 EUR.USD 2026-06-03 Other 100 @ 1.1 -0.0002637591265 fees ? USD',
  'transaction U***00001 SAP 2026-05-04 Buy 15 @ ? -2313.3 fees 3.3 USD',
  'transaction U***00001 ? 2026-03-04 Interest ? @ ? 1.25 fees ? USD',
  'transaction U***00001 ? 2026-01-02 Deposit ? @ ? 2500 fees ? USD',
];

test('blanks written as dashes, a price in another currency, a note', () => {
  const { asOf, rows, issues } = read(text);
  expect(asOf).toBe('2026-11-20');
  expect(issues).toEqual([]);
  expect(stories(rows)).toEqual(transactions);
});

test('saved again: days reformatted, no banner', () => {
  const again = text.replace(/^(?:Statement).*\n/gm, '').replace(/,(\d{4})-(\d\d)-(\d\d),/g, (_day, year: string, month: string, day: string) => `,${Number(month)}/${Number(day)}/${year},`);
  expect(stories(read(again).rows)).toEqual(transactions);
});

test('a file without net amounts is gross less commission', () => {
  const { rows } = read('Transaction History,Header,Date,Account,Transaction Type,Symbol,Quantity,Price,Gross Amount ,Commission\nTransaction History,Data,2026-08-14,U1,Sell,VTI,-2,310.5,621,-1\n');
  expect(rows).toMatchObject([{ amount: 620, action: 'Sell', quantity: 2 }]);
});

test('a net amount that gross amount and commission do not make is said; notional amounts of futures are no check', () => {
  expect(read(text.replace(',-1.0,620.0', ',-1.0,62')).issues).toMatchObject([{ code: 'H13', cell: 'M9', found: '62' }]);
  expect(read(text.replace(',621.0,-1.0,620.0', ',-48022.672(1),-0.49,189.79')).issues).toEqual([]);
});

test('another language is recognized, and not read', () => {
  const foreign = 'Transaction History,Header,日期,账户,说明,交易类型\nTransaction History,Data,2026-09-28,U1,x,存款\n';
  expect(interactiveBrokersTransactions.recognizes(textFile(foreign))).toBe(1);
  expect(read(foreign)).toMatchObject({ rows: [], issues: [{ code: 'I01', cell: 'A1' }] });
});

test('without a base currency a price may be in any, and is left out', () => {
  const nameless = text.replace(/^Summary,Data,Base Currency.*$/m, '');
  expect(nameless).not.toBe(text);
  expect(read(nameless).rows.find(({ symbol }) => symbol === 'SAP')).toMatchObject({ price: null, quantity: 15, amount: -2313.3 });
});
