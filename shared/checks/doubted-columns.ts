import type { Doubted } from '../book/doubts';
import { definitionOf, tables, type TableName } from '../contract';

type Columns = { readonly [Name in TableName]?: { readonly [Column in keyof (typeof tables)[Name]['columns']]?: Doubted } };

/** What a cell that cannot be read puts in doubt, by column. Columns that are not named put the whole account in doubt. */
export const doubtedColumns: Columns = {
  holdings: {
    costBasis: 'basis', unitCost: 'basis', covered: 'basis', lotId: 'basis', acquired: 'date', holdingPeriodStart: 'date', unsettled: 'cash',
    marketValue: 'nothing', disallowedLoss: 'nothing', sleeve: 'nothing', source: 'nothing',
  },
  securities: {
    price: 'price', currency: 'price', fx: 'price',
    // Not Tradable and Buy rank: by them a class of the model finds its security.
    roundTo: 'security', tradeCost: 'security', spread: 'security', redemptionFee: 'security', feeDays: 'security',
    rating: 'security', nextDistribution: 'security', yield: 'security', qualifiedShare: 'security',
    name: 'nothing', cusip: 'nothing', isin: 'nothing', custodianSymbol: 'nothing', expenseRatio: 'nothing',
  },
  transactions: { amount: 'transaction', shortTermGain: 'transaction', longTermGain: 'transaction', lotId: 'nothing' },
};

/** The property of a column by its header; undefined when the table has none such. */
export function columnOf(table: TableName, header: string | undefined): string | undefined {
  const { columns } = definitionOf(table);
  return Object.keys(columns).find((column) => columns[column].header === header);
}

/** What an unreadable cell of a column puts in doubt; the column by its property. */
export function doubtedBy(table: TableName, column: string): Doubted {
  return (doubtedColumns[table] as Readonly<Record<string, Doubted | undefined>> | undefined)?.[column] ?? 'account';
}
