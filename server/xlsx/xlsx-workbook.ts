import { parseCellReference, parseRange } from '../../shared/xlsx/range';
import type { EditableWorkbook, RegionEdit } from '../../shared/workbook/cell-edits';
import type { RegionName, SheetContent, WorkbookContent } from '../../shared/workbook/port';
import { blankPackage } from './blank-package';
import { defineNames } from './book-edit';
import { mentionsColumn } from './column-mentions';
import { editCells, formulaCells } from './edit-cells';
import { readBook } from '../../shared/xlsx/book-part';
import { Package } from '../../shared/xlsx/package';
import { readContent } from './read-content';
import { writeSheet } from './write-content';

/** The Workbook port on an .xlsx file: parts that nobody writes to are saved as they were. */
export class XlsxWorkbook implements EditableWorkbook {
  constructor(private readonly pack: Package) {}

  read(wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
    return readContent(this.pack, wanted);
  }

  async write(sheets: readonly SheetContent[], progress?: (done: number, total: number) => void): Promise<void> {
    const company = sheets.map(({ sheet }) => sheet);
    for (const [index, sheet] of sheets.entries()) {
      await writeSheet(this.pack, sheet, company);
      progress?.(index + 1, sheets.length);
    }
  }

  async formulas(region: RegionName): Promise<ReadonlySet<string>> {
    return formulaCells(this.pack, region);
  }

  async edit(edits: readonly RegionEdit[]): Promise<void> {
    for (const edit of edits) await editCells(this.pack, edit);
  }

  /** Names single cells of a sheet for the whole workbook: `{ rb_AsOf: 'B3' }`. A name that exists is pointed there. */
  async defineNames(sheet: string, cells: Readonly<Record<string, string>>): Promise<void> {
    const names = Object.entries(cells).map(([name, address]) => {
      const range = parseRange(address);
      if (!range) throw new Error(`"${address}" is no cell for the name ${name}`);
      return { name, sheet, place: address.replace(/\$/g, '').replace(/^([A-Za-z]+)(\d+)$/, '$$$1$$$2') };
    });
    await defineNames(this.pack, names);
  }

  /** Writes the cell that a name of the workbook points to. False when there is no such name, or it is no single cell. */
  async writeNamed(name: string, value: string | number): Promise<boolean> {
    const { names } = await readBook(this.pack);
    const place = parseCellReference(names.find((one) => one.name.toLowerCase() === name.toLowerCase())?.refersTo ?? '');
    if (!place) return false;
    const { sheet, row, column } = place;
    await editCells(this.pack, { sheet, cells: [{ row, column, value, kind: typeof value === 'number' ? 'number' : 'text' }] });
    return true;
  }

  /** True when a formula or a name may refer to a column of a table by its header. */
  mentionsColumn(table: string, header: string): Promise<boolean> {
    return mentionsColumn(this.pack, table, header);
  }

  /** The workbook as a file. A workbook without a sheet cannot be one. */
  async save(): Promise<Uint8Array> {
    const { sheets } = await readBook(this.pack);
    if (sheets.length === 0) throw new Error('A workbook without a sheet cannot be saved');
    return this.pack.save();
  }
}

/** Opens an .xlsx or .xlsm written by any program; anything else is a NotAWorkbookError. */
export async function openXlsx(bytes: Uint8Array): Promise<XlsxWorkbook> {
  const pack = await Package.open(bytes);
  await readBook(pack);
  return new XlsxWorkbook(pack);
}

/** A workbook without sheets, to be filled by `write`. */
export function newXlsx(): XlsxWorkbook {
  return new XlsxWorkbook(blankPackage());
}
