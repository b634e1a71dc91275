import { z } from 'zod';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { RecordReader } from '../table/record';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readAmount } from '../table/values';
import { ownerInFileName } from './owner';
import { readTransaction, transactionFields, type TransactionField } from './transaction';

/**
 * Schwab, "Export" on the History page as JSON: the cells of the CSV file under the names of its headers.
 *
 * ```
 * { "FromDate": "01/01/2024", "ToDate": "12/31/2024", "TotalTransactionsAmount": "$904.48",
 *   "BrokerageTransactions": [
 *     { "Date": "12/30/2024", "Action": "Sell", "Symbol": "VTI", …, "Fees & Comm": "$0.02", "Amount": "$904.48", "AcctgRuleCd": "2" } ] }
 * ```
 */
export const schwabTransactionsJson: ImportFormat = {
  title: 'Charles Schwab, transactions (JSON)',
  ofText: true,
  about: [
    'Accounts, *History*, *Export*, JSON: the same as the CSV export. The account stands in the file name only, so keep that name.',
    'Exports of equity awards look alike and are not read.',
  ],
  recognizes: ({ text }) => (/^\s*\{/.test(withoutMark(text)) && /"BrokerageTransactions"\s*:\s*\[/.test(text) ? 1 : 0),
  read,
};

const history = z.object({
  TotalTransactionsAmount: z.string().nullish(),
  BrokerageTransactions: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

function parse(text: string): z.infer<typeof history> | undefined {
  try {
    return history.safeParse(JSON.parse(withoutMark(text))).data;
  } catch {
    return undefined;
  }
}

function read(file: CustodianFile): Contents {
  const parsed = parse(file.text);
  if (!parsed) {
    const message = `${file.name ?? 'The text'} is no complete JSON with BrokerageTransactions.`;
    return { rows: [], issues: [importIssue('I01', { file: file.name }, { message, fix: 'Maybe the download broke off; save it again.' })] };
  }
  const reader = new RecordReader<TransactionField>(file.name, transactionFields);
  const owner = ownerInFileName(file.name);
  const lines = linesOf(file.text, /"Date"\s*:/g);
  const rows = parsed.BrokerageTransactions.map((values, index) => {
    const cells = new Map(Object.entries(values).map(([name, value]) => [name, String(value ?? '')]));
    return readTransaction(reader, reader.record(cells, lines[index] ?? 1), owner);
  });
  reader.subject = owner;
  const total = readTotal(parsed.TotalTransactionsAmount ?? undefined, file.text);
  if (total) checkTotal(reader, { line: total.line, field: 'amount', total: total.amount, parts: rows.map(({ amount }) => amount), what: 'Amounts', fix: 'Maybe transactions were deleted before the file was saved.' });
  if (rows.length > 0 && owner.account === null) {
    complainOfNoAccount(reader, 1, 'transactions', 'Maybe the file was renamed; choose the account.');
  }
  return { rows: total ? [...rows, { ...total, ...owner }] : rows, issues: reader.issues };
}

function readTotal(text: string | undefined, json: string): ImportRow | undefined {
  const amount = readAmount(text);
  if (amount === null || Number.isNaN(amount)) return undefined;
  return importRow('total', linesOf(json, /"TotalTransactionsAmount"\s*:/g)[0] ?? 1, { amount });
}

/** Lines, counted from 1, where a pattern begins. */
function linesOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => text.slice(0, index).split('\n').length);
}
