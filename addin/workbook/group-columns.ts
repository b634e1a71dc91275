import type { SheetColumn } from '../../shared/workbook/port';

/** Outlines columns that belong to a group and shows only the others. */
export function groupColumns(worksheet: Excel.Worksheet, columns: readonly SheetColumn[], left: number): void {
  const runs = groupRuns(columns);
  for (const { first, count } of runs)
    worksheet
      .getRangeByIndexes(0, left + first, 1, count)
      .getEntireColumn()
      .group('ByColumns');
  if (runs.length > 0) worksheet.showOutlineLevels(1, 1);
}

/** Neighboring columns of groups, as one run each: Excel joins neighboring groups of one level anyway. */
export function groupRuns(columns: readonly Pick<SheetColumn, 'group'>[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  columns.forEach(({ group }, index) => {
    const last = runs[runs.length - 1];
    if (!group) return;
    if (last && last.first + last.count === index) last.count += 1;
    else runs.push({ first: index, count: 1 });
  });
  return runs;
}
