import type { CellTable, CustodianFile } from '../custodian-file';
import type { Fields, Header } from './header';
import { FieldReader, type Line, type Spelling } from './reader';

export type { Line, Spelling } from './reader';

/** Reads the lines below one header of a file. */
export class LineReader<Field extends string> extends FieldReader<Field> {
  constructor(
    file: CustodianFile,
    private readonly table: CellTable,
    private readonly header: Header<Field>,
    fields: Fields<Field>,
    spelling?: Spelling,
  ) {
    super(file.name ?? table.sheet, fields, spelling);
  }

  /** The rows from below the header to `end` (index of a row, not included), blank ones left out. */
  *lines(end = this.table.cells.length): Iterable<Line<Field>> {
    for (let row = this.header.row + 1; row < end; row += 1) {
      const cells = this.table.cells[row];
      if (cells.some((cell) => cell.trim() !== '')) yield this.line(cells, row + 1);
    }
  }

  /** True when the file has a column for it. */
  has(field: Field): boolean {
    return this.header.columns[field] !== undefined;
  }

  protected columnOf(field: Field): number | undefined {
    return this.header.columns[field];
  }

  private line(cells: readonly string[], number: number): Line<Field> {
    const { columns } = this.header;
    return this.lineOf(number, cells, (field) => {
      const column = columns[field];
      return column === undefined ? '' : (cells[column] ?? '').trim();
    });
  }
}
