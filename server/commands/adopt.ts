import { definitionOf, tableNames, type TableName } from '../../shared/contract';
import { counted } from '../../shared/counted';
import { acceptance, columnName, newRows, proposeAdoption, writeMap, type Acceptance } from '../../shared/mapping/adopt';
import { changeFor, type ColumnProposal, type MapProposal, type TableProposal } from '../../shared/mapping/guess/propose-map';
import { isMap, readMap } from '../../shared/mapping/map-rows';
import type { Cell } from '../../shared/workbook/port';
import { CommandError } from './command-error';
import { checkWritable, readWorkbook, writeFiles } from './files';

export interface AdoptOptions {
  /** Workbook to write; absent: nothing is written. */
  readonly out?: string;
  /** `Holdings`, `Holdings.Cost basis` or `all`. */
  readonly accept?: readonly string[];
  /** Another workbook whose map is used for the same headers. */
  readonly like?: string;
  readonly json?: boolean;
}

/** `rebal adopt BOOK.xlsx`: which of the workbook's own tables stand for those of the contract, and a copy that says so; status 2 when a core table stays without one. */
export async function adopt(path: string, { out, accept = [], like, json }: AdoptOptions): Promise<{ readonly lines: readonly string[]; readonly status: 0 | 2 }> {
  if (out !== undefined) await checkWritable(out);
  const workbook = await readWorkbook(path);
  const learned = like === undefined ? [] : readMap((await (await readWorkbook(like)).read(isMap)).regions).rows;
  const proposal = await proposeAdoption(workbook, learned);
  const accepted = acceptance(accept, proposal);
  if (accepted.unknown.length > 0) throw new CommandError(`--accept names ${accepted.unknown.map((word) => `"${word}"`).join(', ')}, which ${accepted.unknown.length === 1 ? 'is' : 'are'} not proposed. Write a table or a column as it is listed, such as Holdings or "Holdings.Cost basis".`);
  const rows = newRows(proposal, accepted);
  const isWritten = out !== undefined && (await writeMap(workbook, proposal, rows));
  if (out !== undefined && isWritten) await writeFiles([{ path: out, bytes: await workbook.save() }]);
  const mapped = new Set(proposal.tables.filter((table) => table.sure || accepted.isTable(table)).map(({ table }) => table));
  const open = tableNames.filter((name) => definitionOf(name).core && !mapped.has(name) && !proposal.settled.has(name));
  const written = isWritten ? out : null;
  const lines = json ? [JSON.stringify(adoptJson(proposal, accepted, written), null, 2)] : [...proposal.tables.flatMap((table) => tableLines(table, accepted)), ...open.flatMap((name) => noneLine(proposal, name)), verdict(proposal, rows.length, written)];
  return { lines, status: open.length > 0 ? 2 : 0 };
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

function tableLines(table: TableProposal, accepted: Acceptance): string[] {
  const { sheet } = definitionOf(table.table);
  const isMapped = table.sure || accepted.isTable(table);
  return [
    `${isMapped ? 'mapped  ' : 'proposed'}  ${sheet} is ${table.yourTable}  ${percent(table.confidence)}  ${table.because}`,
    ...table.columns.flatMap((column) => columnLines(table, column, isMapped, accepted)),
    ...table.missing.map((header) => `  missing   ${header}: no column of ${table.yourTable} looks like it`),
  ];
}

function columnLines(table: TableProposal, column: ColumnProposal, isTable: boolean, accepted: Acceptance): string[] {
  const isMapped = isTable && (column.sure || accepted.isColumn(table, column));
  const from = column.yourColumn === '' ? 'the section titles' : `“${column.yourColumn}”`;
  return [
    `  ${isMapped ? 'mapped  ' : 'proposed'}  ${column.header} is ${from}  ${percent(column.confidence)}  ${column.because}`,
    ...changeLines(table, column, isMapped && changeFor(column, accepted.isColumn(table, column)) !== 'None'),
  ];
}

function changeLines(table: TableProposal, column: ColumnProposal, isMade: boolean): string[] {
  const { change } = column;
  if (!change) return [];
  const shown = change.preview.map(({ before, after }) => `${show(before)} → ${show(after)}`).join(', ');
  const way = isMade ? 'changed when read' : `accept with --accept "${columnName(table, column)}"`;
  return [`    ${change.change}  ${counted(change.count, 'cell')}: ${shown}; ${change.because} (${way})`];
}

const show = (cell: Cell): string => (typeof cell === 'string' ? `"${cell}"` : String(cell));

/** A core table that nothing looks like. */
function noneLine({ tables }: MapProposal, name: TableName): string[] {
  if (tables.some(({ table }) => table === name)) return [];
  const { sheet } = definitionOf(name);
  return [`missing   ${sheet}: no table of the workbook looks like it. Maybe add a sheet of that name.`];
}

function verdict({ tables }: MapProposal, rows: number, written: string | null): string {
  if (tables.length === 0) return 'Every table can be read as it is, or nothing looks like one. Nothing was written.';
  if (written !== null) return `Wrote ${written}: ${counted(rows, 'row')} of rb_Map on the sheet Setup. Try: rebal check ${written}`;
  return rows === 0 ? 'Nothing is sure enough to be mapped without asking. Say what is right with --accept.' : `${counted(rows, 'row')} would be mapped. Nothing was written; name a file with --out.`;
}

function adoptJson({ tables }: MapProposal, accepted: Acceptance, written: string | null): object {
  return {
    written,
    tables: tables.map((table) => ({
      table: definitionOf(table.table).sheet, yourTable: table.yourTable, confidence: table.confidence, because: table.because,
      mapped: table.sure || accepted.isTable(table), missing: table.missing,
      columns: table.columns.map((column) => ({
        column: column.header, yourColumn: column.yourColumn, confidence: column.confidence, because: column.because, required: column.required,
        mapped: (table.sure || accepted.isTable(table)) && (column.sure || accepted.isColumn(table, column)),
        change: column.change ? { change: column.change.change, because: column.change.because, cells: column.change.count, preview: column.change.preview, made: changeFor(column, accepted.isColumn(table, column)) !== 'None' } : null,
      })),
    })),
  };
}
