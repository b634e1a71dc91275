import { text, type Column } from './column';

const spellings = ['Account', 'Acct', 'Acct ID', 'Account number', 'Account no', 'Account no.', 'Acct number', 'Acct no', 'Acct no.', 'Account #'];

/** The column that says which account a row is about; it has the same spellings in every table. */
export const accountId = (help: string, example: string, alsoCalled: readonly string[] = []): Column<string, true> =>
  text('Account ID', { required: true, identifier: 'id', length: 40, aliases: [...spellings, ...alsoCalled], help, example });
