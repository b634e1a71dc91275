import { definitionOf, tableNames } from '../../shared/contract';
import type { TableName } from '../../shared/contract';
import { locateTables } from '../../shared/contract/locate';
import { severities } from '../../shared/issue';
import type { Issue } from '../../shared/issue';
import type { Region, WorkbookContent } from '../../shared/workbook/port';
import type { TableLine } from './state';

/** A region with all its rows counted, although perhaps not all were read. */
type Counted = Region & { readonly rows?: number };

/** One line per contract table that the workbook holds or a run needs. Counts are of rows below the header. */
export function tableLines(regions: readonly Counted[], issues: readonly Issue[] = []): TableLine[] {
  const located = locateTables({ regions, names: {}, date1904: false } satisfies WorkbookContent);
  return tableNames.flatMap((name): TableLine[] => {
    const found = located.get(name);
    const { sheet: title, core } = definitionOf(name);
    if (!found) return core ? [{ name, title, sheet: title, rows: 0, core, missing: true, problems: 0 }] : [];
    const region: Counted = found.region;
    const rows = (region.rows ?? region.values.length) - found.headerIndex - 1;
    return [{ name, title, sheet: region.sheet, rows, core, missing: false, ...trouble(issues, name) }];
  });
}

function trouble(issues: readonly Issue[], name: TableName): Pick<TableLine, 'problems' | 'worst'> {
  const own = issues.filter(({ table, severity }) => table === name && severity !== 'info');
  return { problems: own.length, worst: severities.find((severity) => own.some((issue) => issue.severity === severity)) };
}

/** What the workbook is to us: empty, without any of our tables, or with some. */
export function workbookKind(empty: boolean, lines: readonly TableLine[]): 'empty' | 'no tables' | 'some tables' {
  if (empty) return 'empty';
  return lines.some(({ missing }) => !missing) ? 'some tables' : 'no tables';
}
