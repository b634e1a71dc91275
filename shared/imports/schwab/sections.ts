import type { Cells, CellTable, CustodianFile } from '../custodian-file';
import { isBlankRow } from '../table/cells';
import { isCutOff } from '../table/cut';
import { findHeader, type Fields, type Header } from '../table/header';
import type { Line } from '../table/line';
import { readAmount } from '../table/values';
import { isEverybody, nameOwner, ownerInFileName, readOwner, type Owner } from './owner';
import { findTitle, rowText, type Report, type Title } from './title';

/** One header of a file and the rows below it, up to the next account. */
export interface Section<Field extends string = string> {
  readonly table: CellTable;
  readonly header: Header<Field>;
  /** Index of the row after the last. */
  readonly end: number;
  /** The nearest title above. */
  readonly title?: Title;
  /** The account's own row between title and header, in files of several accounts. */
  readonly label?: string;
}

/** What to look for in a file. */
export interface Layout<Field extends string> {
  readonly report: Report;
  readonly fields: Fields<Field>;
  /** As `findHeader` wants it; the first group is what a header is looked for by. */
  readonly needs: readonly (readonly Field[])[];
  /** A header with one of these belongs to another report. */
  readonly foreign?: readonly Field[];
}

/** Every section of a file, in its order: files of several accounts repeat the header below each account's name. */
export function findSections<Field extends string>({ tables }: CustodianFile, layout: Layout<Field>): Section<Field>[] {
  return tables.flatMap((table) => {
    const sections: Section<Field>[] = [];
    for (let header = nextHeader(table.cells, layout, 0); header; header = nextHeader(table.cells, layout, header.row + 1)) {
      const above = sections.at(-1)?.header.row ?? -1;
      const opening = findOpening(table.cells, above, header.row, layout.report);
      const last = sections.pop();
      if (last) sections.push({ ...last, end: opening.row });
      sections.push({ table, header, end: table.cells.length, title: opening.title ?? last?.title, label: opening.label });
    }
    return sections;
  });
}

function nextHeader<Field extends string>(cells: Cells, { fields, needs, foreign = [] }: Layout<Field>, from: number): Header<Field> | undefined {
  const hints = needs[0].flatMap((field) => fields[field]).map((name) => name.toLowerCase());
  const mayBe = (row: readonly string[]) => row.some((cell) => hints.some((hint) => cell.toLowerCase().includes(hint)));
  for (let row = from; row < cells.length; row += 1) {
    // Long files have thousands of rows and one header: what names no column is not taken apart.
    if (!mayBe(cells[row])) continue;
    const header = findHeader([cells[row]], fields, needs);
    if (header && foreign.every((field) => header.columns[field] === undefined)) return { ...header, row };
  }
  return undefined;
}

/** What stands between the rows of one account and the header of the next: where it begins, its title, the account's label. */
function findOpening(cells: Cells, above: number, header: number, report: Report): { row: number; title?: Title; label?: string } {
  const rows = cells.slice(above + 1, header);
  const titleAt = rows.findLastIndex((row) => findTitleOf(report, row) !== undefined);
  const labelAt = rows.findLastIndex((row) => !isBlankRow(row));
  const label = labelAt > titleAt ? findLabel(rows[labelAt]) : undefined;
  const starts = [titleAt < 0 ? undefined : titleAt, label === undefined ? undefined : labelAt].filter((at) => at !== undefined);
  return { row: above + 1 + Math.min(...starts, rows.length), title: titleAt < 0 ? undefined : findTitleOf(report, rows[titleAt]), label };
}

/** The title of a report in a row; another report's title does not count. */
export function findTitleOf(report: Report, cells: readonly string[]): Title | undefined {
  const title = findTitle(cells);
  return title?.report === report ? title : undefined;
}

/** A row that holds nothing but a name; a name with commas and no quotes is spread over a few cells. */
function findLabel(cells: readonly string[]): string | undefined {
  const text = rowText(cells);
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (/\btotal$/i.test(cells[0].trim())) return undefined;
  return filled === 1 && cells[0].trim() ? text : findMaskedLabel(cells);
}

/** The same, of names that end in a masked number and so cannot be anything else. */
export function findMaskedLabel(cells: readonly string[]): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled === 0 || filled > 3) return undefined;
  const text = rowText(cells);
  const isName = cells.slice(0, filled).every((cell) => cell.trim() !== '') && !/\d\/\d|\d{4}-\d{1,2}-\d/.test(text);
  return isName && readOwner(text) ? text : undefined;
}

/** Whose section it is: its own label says, or the title, or the file's name. */
export function ownerOf({ title, label }: Section, file: CustodianFile): Owner {
  if (label !== undefined) return nameOwner(label);
  const named = title && title.label !== '' && !isEverybody(title.label);
  return named ? nameOwner(title.label) : ownerInFileName(file.name);
}

/** Why nothing names an account. */
export const noTitle = 'Maybe the title at the top was deleted, or the file was renamed; choose the account.';

/** True for a line that a broken download leaves behind; a disclaimer below the table is short too, and is none. */
export function isBroken<Field extends string>({ table, header }: Section<Field>, file: CustodianFile, line: Line<Field>): boolean {
  return !isDisclaimer(line.cells) && isCutOff(file, { table, header }, line.number - 1);
}

/** `Brokerage products: not FDIC insured, no bank guarantee`: more words than any label or symbol has, and no figure. */
function isDisclaimer(cells: readonly string[]): boolean {
  const first = cells[0].trim();
  return first.split(/\s+/).length > 4 && /[a-z]{2}/.test(first) && cells.every((cell) => Number.isNaN(readAmount(cell) ?? Number.NaN));
}
