import type { Issue } from '../issue';
import type { IsoDate } from '../units';
import type { CellEdit, RegionEdit } from '../workbook/cell-edits';
import type { Cell, Region, WorkbookContent } from '../workbook/port';
import { contractVersion, definitionOf, type TableName } from '.';
import { looseHeader } from './match';
import { isBlank } from './cells/blank';

/** A column that is called otherwise, or holds its values in another unit, since a version. */
export interface ColumnChange {
  readonly table: TableName;
  /** Headers, before and since. */
  readonly from: string;
  readonly to: string;
  /** How a cell's value changes; text that is no number stays. */
  readonly value?: (cell: Cell) => Cell;
}

/** One step between two versions of the contract. */
export interface Upgrade {
  readonly from: string;
  readonly to: string;
  /** The day the newer version was published. */
  readonly on: IsoDate;
  /** What changed, for people. */
  readonly says: string;
  readonly columns: readonly ColumnChange[];
}

const basisPoints = (cell: Cell): Cell => (typeof cell === 'number' ? Number((cell * 10_000).toPrecision(12)) : cell);

/** Every step, oldest first. Excel table names never change; a step is never edited once it is published. */
export const upgrades: readonly Upgrade[] = [
  {
    from: '0.9',
    to: '1.0',
    on: '2026-11-20',
    says: 'Hurdle of Substitutes is in basis points instead of percent; Wash-sale amount of Holdings is called Disallowed loss.',
    columns: [
      { table: 'substitutes', from: 'Hurdle %', to: 'Hurdle', value: basisPoints },
      { table: 'holdings', from: 'Wash-sale amount', to: 'Disallowed loss' },
    ],
  },
];

/** How a workbook's version of the contract stands to ours. */
export type ContractStanding =
  | { readonly is: 'current' }
  | { readonly is: 'older'; readonly version: string; readonly steps: readonly Upgrade[] }
  | { readonly is: 'newer' | 'unknown'; readonly version: string };

/** Judges the named cell `rb_Contract`; a workbook without it follows ours. */
export function contractStanding(names: WorkbookContent['names'], steps = upgrades): ContractStanding {
  const name = Object.keys(names).find((one) => one.toLowerCase() === 'rb_contract');
  const cell = name === undefined ? null : names[name];
  if (isBlank(cell)) return { is: 'current' };
  const version = String(cell).trim();
  const order = compareVersions(version, contractVersion);
  if (order === undefined) return { is: 'unknown', version };
  if (order === 0) return { is: 'current' };
  if (order > 0) return { is: 'newer', version };
  const first = steps.findIndex(({ from }) => compareVersions(from, version) === 0);
  return first < 0 ? { is: 'unknown', version } : { is: 'older', version, steps: steps.slice(first) };
}

/** Below 0 when `a` is the older; undefined when one of them is no version. */
function compareVersions(a: string, b: string): number | undefined {
  const [left, right] = [a, b].map((version) => (/^\d+(\.\d+)?$/.test(version) ? version.split('.').map(Number) : undefined));
  if (!left || !right) return undefined;
  return left[0] - right[0] || (left[1] ?? 0) - (right[1] ?? 0);
}

/** The content as our version of the contract would hold it. The workbook itself stays as it is. */
export function upgradeContent(content: WorkbookContent, steps = upgrades): WorkbookContent {
  const standing = contractStanding(content.names, steps);
  if (standing.is !== 'older') return content;
  const regions = standing.steps.flatMap(({ columns }) => columns).reduce((all, change) => all.map((region) => changeRegion(region, change)), content.regions);
  return { ...content, regions };
}

function changeRegion(region: Region, { table, from, to, value }: ColumnChange): Region {
  const { excel, sheet } = definitionOf(table);
  const isIt = region.table === undefined ? looseHeader(region.sheet) === looseHeader(sheet) : region.table.toLowerCase() === excel.toLowerCase();
  const header = isIt ? region.values.findIndex((row) => row.some((cell) => isHeader(cell, from))) : -1;
  if (header < 0) return region;
  const at = region.values[header].findIndex((cell) => isHeader(cell, from));
  const values = region.values.map((row, index) => {
    if (index < header) return row;
    const cell = index === header ? to : value ? value(row[at] ?? null) : row[at];
    return row.map((old, column) => (column === at ? cell : old));
  });
  return { ...region, values };
}

const isHeader = (cell: Cell, header: string): boolean => typeof cell === 'string' && cell.trim().toLowerCase() === header.toLowerCase();

/** The cells in which the upgraded content differs, region by region. */
export function upgradeEdits(content: WorkbookContent, steps = upgrades): RegionEdit[] {
  const upgraded = upgradeContent(content, steps);
  return content.regions.flatMap((region, index) => {
    const { values } = upgraded.regions[index];
    const cells = values === region.values ? [] : values.flatMap((row, r) => row.flatMap((value, c): CellEdit[] => (value === region.values[r][c] ? []
      : [{ row: region.top + r, column: region.left + c, value, kind: typeof value === 'number' ? 'number' : 'text' }])));
    const { sheet, table } = region;
    return cells.length === 0 ? [] : [{ ...(table === undefined ? { sheet } : { sheet, table }), cells }];
  });
}

/** G20: a workbook of another version: a newer one stops, an older one is read as ours. */
export function contractIssues(names: WorkbookContent['names']): Issue[] {
  const standing = contractStanding(names);
  if (standing.is === 'current') return [];
  const { is, version } = standing;
  const issue = { code: 'G20', sheet: 'Start', column: 'rb_Contract', found: version, rows: 1 } as const;
  if (is === 'older') {
    return [{
      ...issue, severity: 'info',
      message: `The workbook follows version ${version} of the contract and is read as ${contractVersion}: ${standing.steps.map(({ says }) => says).join(' ')}`,
      fix: `Upgrade a copy: rebal upgrade BOOK.xlsx --out COPY.xlsx.`,
    }];
  }
  return [{
    ...issue, severity: 'stop',
    message: `The workbook follows version ${version} of the contract (rb_Contract); this REBAL knows ${contractVersion}.`,
    fix: is === 'newer' ? 'Update REBAL, then open the workbook again.' : `Maybe rb_Contract was typed over. Versions that can be read: ${[...upgrades.map(({ from }) => from), contractVersion].join(', ')}.`,
  }];
}
