import type { Issue } from '../../issue';
import { importRow, type ImportAction, type ImportRow } from '../format';
import type { Fields } from '../table/header';
import type { Line } from '../table/line';
import { kindOf, sectionLines, type Section } from './statement-section';
import { cashAction, findAssetType, symbolOf } from './terms';

const fields = {
  category: ['Asset Category'],
  currency: ['Currency'],
  account: ['Account'],
  symbol: ['Symbol'],
  date: ['Date', 'Settle Date', 'Report Date', 'Date/Time'],
  description: ['Description'],
  direction: ['Direction'],
  quantity: ['Quantity', 'Qty'],
  price: ['Xfer Price'],
  money: ['Cash Amount'],
  proceeds: ['Proceeds'],
  amount: ['Amount'],
} satisfies Fields;

type EntryLine = Line<keyof typeof fields>;
type Entry = (line: EntryLine, section: string) => Partial<ImportRow> & { readonly action: ImportAction };

/** Dividends, interest, fees, taxes, deposits: the section says which. */
const cash: Entry = (line, section) => {
  const amount = line.amount('amount');
  return { action: cashAction(section, amount), amount, symbol: line.text('symbol') ?? symbolOf(line.text('description')) };
};

/** `… Split 4 for 1 (NVDX, NVDX CORP, US67066G1040)`: the security the row is about stands in its last parenthesis. */
const corporateAction: Entry = (line) => {
  const description = line.text('description') ?? '';
  return {
    action: /\bsplit\b/i.test(description) ? 'Split' : 'Other',
    amount: line.amount('proceeds'),
    quantity: size(line),
    symbol: line.text('symbol') ?? /\(([^,()]+),[^()]*\)\s*$/.exec(description)?.[1].trim() ?? symbolOf(description),
  };
};

const transfer: Entry = (line) => ({
  action: /out/i.test(line.text('direction') ?? '') ? 'Transfer out' : 'Transfer in',
  amount: line.amount('money'),
  price: line.amount('price'),
  quantity: size(line),
  symbol: line.text('symbol'),
});

/** The sections of a statement that say what happened, other than trades. Accruals are none of them: they have not happened yet. */
const entryOf: Readonly<Record<string, Entry | undefined>> = {
  Dividends: cash, 'Payment In Lieu Of Dividends': cash, 'Withholding Tax': cash, '871(m) Withholding': cash, Interest: cash,
  'Broker Interest Paid': cash, 'Broker Interest Received': cash, 'Bond Interest Paid': cash, 'Bond Interest Received': cash,
  Fees: cash, 'Other Fees': cash, 'Advisor Fees': cash, 'Client Fees': cash, 'Transaction Fees': cash, 'Commission Adjustments': cash,
  'Deposits & Withdrawals': cash, 'Corporate Actions': corporateAction, Transfers: transfer,
};

/** Reads a section of entries; undefined when it is none. */
export function readEntries(section: Section): { readonly rows: readonly ImportRow[]; readonly issues: readonly Issue[] } | undefined {
  const entry = Object.hasOwn(entryOf, section.block.section) ? entryOf[section.block.section] : undefined;
  if (!entry) return undefined;
  const { reader, end } = sectionLines<keyof typeof fields>(section, fields, ['date']);
  const rows: ImportRow[] = [];
  for (const line of reader.lines(end)) {
    const currency = line.text('currency');
    const account = line.text('account') ?? section.facts.account;
    const isTotal = kindOf(line) !== 'data' || (line.text('date') === null && line.cells.some((cell) => /^\s*total\b/i.test(cell)));
    reader.subject = { account };
    if (isTotal) rows.push(importRow('skip', line.number, { account }));
    else {
      const known = { account, accountName: section.facts.accountName, currency, description: line.text('description'), date: line.day('date') };
      rows.push(importRow('transaction', line.number, { ...known, assetType: findAssetType(line.text('category')), ...entry(line, section.block.section) }));
    }
  }
  return { rows, issues: reader.issues };
}

function size(line: EntryLine): number | null {
  const quantity = line.amount('quantity');
  return quantity ? Math.abs(quantity) : null;
}
