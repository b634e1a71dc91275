import { counted } from '../../shared/counted';
import { sampleBook, type NamedCell } from '../../shared/sample/sample-book';
import { formats } from '../../shared/sheets/sheet';
import { cellAddress } from '../../shared/workbook/address';
import type { SheetContent } from '../../shared/workbook/port';
import { newXlsx } from '../xlsx';
import { CommandError } from './command-error';
import { checkWritable, writeFiles } from './files';
import { checkDay, today } from './read-book';

export interface SampleOptions {
  readonly accounts: number;
  readonly seed: number;
  readonly asOf?: string;
}

const mostAccounts = 10_000;

/** `rebal sample OUT.xlsx`: writes a realistic workbook to try things on. */
export async function sample(path: string, { accounts, seed, asOf = today() }: SampleOptions): Promise<string> {
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > mostAccounts) {
    throw new CommandError(`--accounts takes a whole number from 1 to ${mostAccounts.toLocaleString('en-US')}.`);
  }
  if (!Number.isInteger(seed)) throw new CommandError('--seed takes a whole number.');
  checkDay(asOf, today());
  await checkWritable(path);
  await writeFiles([{ path, bytes: await sampleBytes(accounts, seed, asOf) }]);
  return `Wrote ${path}: ${counted(accounts, 'account')} as of ${asOf}. Try: rebal run ${path}`;
}

/** The sample as the bytes of a workbook. */
export async function sampleBytes(accounts: number, seed: number, asOf: string): Promise<Uint8Array> {
  const { sheets, names } = sampleBook({ accounts, seed, asOf });
  const workbook = newXlsx();
  const cells = Object.entries(names);
  await workbook.write([...sheets, setupSheet(cells)]);
  await workbook.defineNames('Setup', Object.fromEntries(cells.map(([name], k) => [name, cellAddress(2, k + 1)])));
  return workbook.save();
}

/** The named cells in a row of their own, each under its name. */
export function setupSheet(cells: readonly (readonly [string, NamedCell])[]): SheetContent {
  return {
    sheet: 'Setup', table: 'rb_Setup', frozenColumns: 0, tabColor: '#7F7F7F',
    columns: cells.map(([name, { format }]) => ({ header: name, kind: format === formats.date ? 'date' : 'text', format, width: 14 })),
    rows: [cells.map(([, { value }]) => value)],
  };
}
