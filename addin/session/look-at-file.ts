import { formats } from '../../shared/imports';
import { guessedColumns, isGuessed } from '../../shared/imports/chosen-columns';
import type { ImportKind } from '../../shared/imports/format';
import type { PlannedFile } from '../../shared/imports/into/plan-import';
import type { FileLook } from './import-state';

/** What a file is, how many rows it has of each kind, and what its columns were taken for. */
export function lookAtFile({ reading, source, columns }: PlannedFile): FileLook {
  const rows = new Map<ImportKind, number>();
  for (const { kind } of reading.rows) rows.set(kind, (rows.get(kind) ?? 0) + 1);
  return {
    title: reading.format && formats[reading.format].title,
    counts: [...rows].map(([kind, count]) => ({ kind, rows: count })),
    tables: source && isGuessed(reading) ? guessedColumns(source, columns) : [],
  };
}
