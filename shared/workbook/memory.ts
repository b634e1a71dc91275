import type { EditableWorkbook, RegionEdit } from './cell-edits';
import { storedCell } from './cell-value';
import { HEADER_ROW, type Cell, type Region, type RegionName, type SheetContent, type WorkbookContent } from './port';
import { freeSheetName, sheetFor } from './sheet-name';

/** The Workbook port in memory: what tests and the command line need of a workbook, and nothing of its looks. */
export class MemoryWorkbook implements EditableWorkbook {
  private readonly regions: Region[];
  private readonly names: Readonly<Record<string, Cell>>;
  private readonly date1904: boolean;

  /** `formulas` are addresses such as `C7` by sheet. */
  constructor(content: Partial<WorkbookContent> = {}, private readonly formulaCells: Readonly<Record<string, readonly string[]>> = {}) {
    this.regions = [...(content.regions ?? [])];
    this.names = content.names ?? {};
    this.date1904 = content.date1904 ?? false;
  }

  async read(wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
    const regions = this.regions.filter(({ sheet, table }) => wanted(table === undefined ? { sheet } : { sheet, table }));
    return { regions, names: this.names, date1904: this.date1904 };
  }

  async write(sheets: readonly SheetContent[], progress?: (done: number, total: number) => void): Promise<void> {
    sheets.forEach((content, index) => {
      this.put(content);
      progress?.(index + 1, sheets.length);
    });
  }

  async formulas({ sheet }: RegionName): Promise<ReadonlySet<string>> {
    return new Set(this.formulaCells[sheet]);
  }

  async edit(edits: readonly RegionEdit[]): Promise<void> {
    for (const { sheet, table, cells } of edits) {
      const place = this.regions.findIndex((region) => region.sheet === sheet && region.table === table);
      const region = this.regions[place];
      if (!region) throw new Error(`There is no table ${table ?? sheet} to edit`);
      const values = region.values.map((row) => [...row]);
      for (const { row, column, value, kind } of cells) {
        const width = Math.max(values[0]?.length ?? 0, column - region.left + 1);
        while (values.length <= row - region.top) values.push(new Array<Cell>(width).fill(null));
        values[row - region.top][column - region.left] = storedCell(value, kind, this.date1904);
      }
      this.regions[place] = { ...region, values };
    }
  }

  private put(content: SheetContent): void {
    const sheet =
      sheetFor(content, this.regions) ??
      freeSheetName(
        content.sheet,
        this.regions.map((region) => region.sheet),
      );
    const place = this.regions.findIndex((region) => region.table?.toLowerCase() === content.table.toLowerCase());
    const region = this.region(content, sheet);
    if (place < 0) this.regions.push(region);
    else this.regions[place] = region;
  }

  private region({ table, heading, columns, rows }: SheetContent, sheet: string): Region {
    const body = rows.map((row) => columns.map(({ kind }, index) => storedCell(row[index] ?? null, kind, this.date1904)));
    const blank = columns.map(() => null);
    return {
      sheet,
      table,
      top: heading ? HEADER_ROW : 1,
      left: 1,
      values: [columns.map(({ header }) => header), ...(body.length > 0 ? body : [blank])],
    };
  }
}
