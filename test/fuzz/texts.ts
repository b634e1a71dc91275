import Papa from 'papaparse';
import { readExport, type Reading } from '../../shared/imports';
import { textFile } from '../../shared/imports/custodian-file';
import { everyFixture, everyTable, type Fixture } from '../../shared/imports/fixtures/every-fixture';
import { readCells } from '../../shared/imports/table/cells';

/** An export to mutate, and what it says unchanged. */
export interface Source extends Fixture {
  readonly truth: Reading;
  /** Absent where the file is no table: OFX, XML, JSON, records of fixed width. */
  readonly cells?: readonly (readonly string[])[];
}

/** Our own exports, each read once. */
export const sources: readonly Source[] = everyFixture.map((fixture) => ({
  ...fixture,
  truth: readExport(textFile(fixture.text, fixture.name)),
  cells: everyTable.includes(fixture) ? readCells(fixture.text) : undefined,
}));

/** Cells as a delimited file; cells that need quotes get them. */
export function delimited(cells: readonly (readonly string[])[], options: Papa.UnparseConfig = {}): string {
  return Papa.unparse(cells.map((row) => [...row]), { newline: '\n', ...options });
}
