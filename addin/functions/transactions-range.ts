import type { Transaction } from '../../shared/book/book';
import { readCell } from '../../shared/contract/cells/index';
import { matchHeaders } from '../../shared/contract/match';
import { transactions as table } from '../../shared/contract/transactions';
import type { Cell } from '../../shared/workbook/port';
import { valueOf } from './arguments';
import { invalid } from './cell-error';

type Field = keyof typeof table.columns;

const needed: readonly Field[] = ['date', 'action', 'symbol', 'quantity'];

/**
 * The transactions of a range with a header row, for the symbols that `isWanted` accepts (upper case). Rows of other
 * symbols are not read, so their faults do no harm; a fault in a wanted row is #VALUE!, for it could hide a purchase.
 */
export function transactionsFrom(range: readonly (readonly Cell[])[], isWanted: (symbol: string) => boolean): Transaction[] {
  const [headers, ...rows] = range;
  const { columns } = matchHeaders(headers, table.columns);
  const missing = needed.filter((field) => !columns.has(field)).map((field) => table.columns[field].header);
  if (missing.length > 0) {
    const all = needed.map((field) => table.columns[field].header).join(', ');
    const hint = 'Maybe pass rb_Transactions[#All], with its header row.';
    throw invalid(`Transactions need the columns ${all}; missing: ${missing.join(', ')}. ${hint}`);
  }
  return rows.flatMap((row, k) => {
    const cell = (field: Field): Cell => row[columns.get(field) ?? -1] ?? null;
    const symbol = String(cell('symbol') ?? '')
      .trim()
      .toUpperCase();
    return isWanted(symbol) ? [transactionFrom(cell, symbol, k + 2)] : [];
  });
}

function transactionFrom(cell: (field: Field) => Cell, symbol: string, row: number): Transaction {
  const read = <Value>(field: Field): Value => {
    const column = table.columns[field];
    const name = `${column.header} in row ${row} of the transactions`;
    const raw = cell(field);
    // A blank cell is 0 on the desktop; neither a date nor an action can be 0.
    const found =
      raw === 0 && (field === 'date' || field === 'action') ? undefined : valueOf(readCell(raw, column, { date1904: false }), name);
    if (found === undefined) throw invalid(`${name} is blank.`);
    return found as Value;
  };
  return {
    accountId: cell('accountId') === null || cell('accountId') === 0 ? '' : String(cell('accountId')).trim(),
    date: read<string>('date'),
    action: read<Transaction['action']>('action'),
    symbol,
    quantity: Math.abs(read<number>('quantity')),
  };
}
