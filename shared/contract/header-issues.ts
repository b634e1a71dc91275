import type { Issue } from '../issue';
import { cellAddress } from '../workbook/address';
import { definitionOf, tableNames, type TableName } from '.';
import { neededColumns, type Located } from './locate';
import { looseHeader, type Match } from './match';
import { nearest } from './nearest';
import type { OpenColumns } from './open-columns';
import { placeWords } from './places';

/** G01 for each core table that the workbook does not have; of those `told`, the map has said so. */
export function missingTables(found: ReadonlyMap<TableName, Located>, told: ReadonlySet<TableName> = new Set()): Issue[] {
  return tableNames.filter((name) => definitionOf(name).core && !found.has(name) && !told.has(name)).map((name) => {
    const { sheet, excel } = definitionOf(name);
    return {
      code: 'G01', severity: 'stop', table: name, sheet, rows: 1,
      message: `The workbook has no table ${excel} and no sheet "${sheet}" with a header row.`,
      fix: `Add the sheet ${sheet}, or map a table of yours to it.`,
    };
  });
}

/** G02 for needed columns that are missing, G03 for columns that claim one field together. */
export function headerIssues(located: Located): Issue[] {
  return [...missingColumns(located), ...located.match.conflicts.map((conflict) => conflictIssue(located, definitionOf(located.name).columns[conflict.property].header, conflict))];
}

function missingColumns({ name, match, region, headerIndex, adopted }: Located): Issue[] {
  const definition = definitionOf(name);
  const told = (property: string): boolean => adopted?.missing.has(definition.columns[property].header) ?? false;
  return neededColumns(definition).filter((property) => !match.columns.has(property) && !told(property)).map((property) => {
    const { header, aliases } = definition.columns[property];
    const near = nearestHeader([header, ...aliases], match.extra);
    return {
      code: 'G02', severity: 'stop', table: name, sheet: region.sheet, column: header, rows: 1, found: near,
      cell: cellAddress(region.top + headerIndex, region.left),
      message: `${region.sheet} has no column "${header}".`,
      fix: near === undefined ? `Add a column with the header "${header}".` : `Maybe it is called "${near}".`,
    };
  });
}

/** The unmatched header most like one of the names: a small misspelling, or one that holds the name within it. */
function nearestHeader(names: readonly string[], extra: Match['extra']): string | undefined {
  const headers = new Map(extra.map(({ header }) => [looseHeader(header), header]));
  for (const name of names) {
    const near = nearest(looseHeader(name), headers.keys());
    if (near !== undefined) return headers.get(near);
  }
  const own = looseHeader(names[0]);
  for (const [loose, header] of headers) if (loose.includes(own) || (loose.length > 3 && own.includes(loose))) return header;
  return undefined;
}

function conflictIssue({ name, region, headerIndex }: Located, header: string, { headers, column }: Match['conflicts'][number]): Issue {
  const cell = cellAddress(region.top + headerIndex, region.left + column);
  return {
    code: 'G03', severity: 'stop', table: name, sheet: region.sheet, cell, column: header, found: headers.join(', '), rows: 1,
    message: `Columns ${headers.map((one) => `"${one}"`).join(' and ')} both mean "${header}" at ${placeWords({ sheet: region.sheet, cell })}.`,
    fix: 'Rename the one that is not meant.',
  };
}

/** G03 and misspelled headers among the columns added to an open table. */
export function openColumnIssues(located: Located, open: OpenColumns): Issue[] {
  const { region, headerIndex, name } = located;
  const header = (key: string): string => open.columns.find((column) => column.key === key)?.header ?? key;
  return [
    ...open.conflicts.map((conflict) => conflictIssue(located, header(conflict.property), conflict)),
    ...open.mistyped.map(({ header: found, column, meant }): Issue => ({
      code: 'G11', severity: 'warn', table: name, sheet: region.sheet, cell: cellAddress(region.top + headerIndex, region.left + column), column: found, found, suggested: meant, rows: 1,
      message: `Column "${found}" of ${region.sheet} is not a setting and is ignored.`,
      fix: `Maybe it means "${meant}".`,
    })),
  ];
}
