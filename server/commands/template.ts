import { contractVersion, definitionOf, type TableName } from '../../shared/contract';
import { locateTables } from '../../shared/contract/locate';
import { readInput } from '../../shared/mapping/read-input';
import { formats } from '../../shared/sheets/sheet';
import { tablesNamed } from '../../shared/template/table-names';
import { coreTables, templateSheet } from '../../shared/template/template-sheet';
import { cellAddress } from '../../shared/workbook/address';
import { newXlsx, type XlsxWorkbook } from '../xlsx';
import { CommandError } from './command-error';
import { checkWritable, readWorkbook, writeFiles } from './files';
import { checkDay, today } from './read-book';
import { setupSheet } from './sample';

export interface TemplateOptions {
  /** Table names separated by commas, `core` or `all`; absent: the core tables, or with `into` those that it lacks. */
  readonly tables?: string;
  /** Workbook that gets the sheets. */
  readonly into?: string;
  readonly asOf?: string;
}

/** `rebal template OUT.xlsx`: sheets to fill, alone or added to a workbook; a table that the workbook has is left as it is. */
export async function template(out: string, { tables, into, asOf = today() }: TemplateOptions): Promise<string[]> {
  checkDay(asOf, today());
  await checkWritable(out);
  const wanted = wantedTables(tables);
  const workbook = into === undefined ? newXlsx() : await readWorkbook(into);
  const there = into === undefined ? new Set<TableName>() : new Set(locateTables(await readInput(workbook)).keys());
  const added = wanted.filter((name) => !there.has(name));
  if (added.length === 0) throw new CommandError(`${into} has ${wanted.length === 1 ? 'this table' : 'all of these tables'} already: ${wanted.map((name) => definitionOf(name).sheet).join(', ')}.`);
  await workbook.write(added.map(templateSheet));
  if (into === undefined) await nameCells(workbook, asOf);
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
  const left = wanted.filter((name) => there.has(name)).map((name) => definitionOf(name).sheet);
  return [
    `Wrote ${out}: ${added.map((name) => definitionOf(name).sheet).join(', ')}. Example rows are ignored until they are changed.`,
    ...(left.length > 0 ? [`Left as they are in ${into}: ${left.join(', ')}.`] : []),
  ];
}

function wantedTables(text: string | undefined): readonly TableName[] {
  if (text === undefined) return coreTables;
  const named = tablesNamed(text);
  if ('unknown' in named) throw new CommandError(`--tables names "${named.unknown}", which is no table.${named.meant === undefined ? '' : ` Maybe it is ${named.meant}.`}`);
  if (named.tables.length === 0) throw new CommandError('--tables names no table. Write accounts,holdings, or core, or all.');
  return named.tables;
}

/** A new book knows its day, its currency and the contract it follows. */
export async function nameCells(workbook: XlsxWorkbook, asOf: string | undefined, currency = 'USD'): Promise<void> {
  const cells = Object.entries({
    ...(asOf === undefined ? {} : { rb_AsOf: { value: asOf, format: formats.date } }),
    rb_Currency: { value: currency, format: formats.text },
    rb_Contract: { value: contractVersion, format: formats.text },
  });
  await workbook.write([setupSheet(cells)]);
  await workbook.defineNames('Setup', Object.fromEntries(cells.map(([name], index) => [name, cellAddress(2, index + 1)])));
}
