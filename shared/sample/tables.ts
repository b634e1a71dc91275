import type { TableName, TableRow } from '../contract';

type Growing = Extract<TableName, 'accounts' | 'holdings' | 'taxProfiles' | 'restrictions' | 'cashFlows' | 'transactions'>;

/** The tables that grow with the number of accounts, while they are being filled. */
export type AccountTables = { readonly [Name in Growing]: TableRow<Name>[] };

/** Tables without rows. */
export function emptyTables(): AccountTables {
  return { accounts: [], holdings: [], taxProfiles: [], restrictions: [], cashFlows: [], transactions: [] };
}
