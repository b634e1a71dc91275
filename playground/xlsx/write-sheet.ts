import { encodeXstring, escapeXml } from '../../shared/xlsx/xml-text';
import { cellAddress } from '../../shared/workbook/address';
import { areaAddress, areaAt, MAX_COLUMNS, MAX_ROWS } from '../model/area';
import type { AreaRule, Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { CellError, type Value } from '../model/value';
import { pointsToWidth } from './read';

const EVERYWHERE = areaAt(0, 0, MAX_ROWS, MAX_COLUMNS);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A worksheet part; `tableIds` are the relationship ids of its tables. */
export function sheetXml(sheet: Sheet, tableIds: readonly string[], isActive: boolean): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    (sheet.tabColor ? `<sheetPr><tabColor rgb="FF${sheet.tabColor.slice(1)}"/></sheetPr>` : '') +
    viewXml(sheet, isActive) +
    columnsXml(sheet) +
    rowsXml(sheet) +
    validationsXml(sheet.validations) +
    (tableIds.length > 0
      ? `<tableParts count="${tableIds.length}">${tableIds.map((id) => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`
      : '') +
    '</worksheet>'
  );
}

function viewXml({ frozenRows, frozenColumns, showGridlines }: Sheet, isActive: boolean): string {
  const attributes = `${showGridlines ? '' : ' showGridLines="0"'}${isActive ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (!frozenRows && !frozenColumns) return `<sheetViews><sheetView${attributes}/></sheetViews>`;
  const corner = cellAddress(frozenRows + 1, frozenColumns + 1);
  const pane = frozenRows && frozenColumns ? 'bottomRight' : frozenRows ? 'bottomLeft' : 'topRight';
  return (
    `<sheetViews><sheetView${attributes}><pane${frozenColumns ? ` xSplit="${frozenColumns}"` : ''}${frozenRows ? ` ySplit="${frozenRows}"` : ''}` +
    ` topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columns }: Sheet): string {
  if (columns.size === 0) return '';
  const cols = [...columns]
    .sort(([a], [b]) => a - b)
    .map(([index, { size, hidden, level, style }]) => {
      const width = size === undefined ? 9.14 : Math.round((pointsToWidth(size) + 5 / 7) * 10_000) / 10_000;
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}${level ? ` outlineLevel="${level}"` : ''}${style ? ` style="${style}"` : ''}/>`;
    });
  return `<cols>${cols.join('')}</cols>`;
}

function rowsXml(sheet: Sheet): string {
  const rows = new Map<number, Map<number, string>>();
  const put = (row: number, column: number): void => {
    let line = rows.get(row);
    if (!line) rows.set(row, (line = new Map()));
    if (!line.has(column)) line.set(column, cellXml(sheet, row, column));
  };
  sheet.cells.forEach(EVERYWHERE, put);
  sheet.cells.forEachStyled(EVERYWHERE, (row, column, style) => style !== 0 && put(row, column));
  for (const row of sheet.rows.keys()) if (!rows.has(row)) rows.set(row, new Map());
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const { size, hidden, level } = sheet.rows.get(row) ?? {};
      const attributes = `${size ? ` ht="${size}" customHeight="1"` : ''}${hidden ? ' hidden="1"' : ''}${level ? ` outlineLevel="${level}"` : ''}`;
      return `<row r="${row + 1}"${attributes}>${[...cells]
        .sort(([a], [b]) => a - b)
        .map(([, xml]) => xml)
        .join('')}</row>`;
    });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

function cellXml(sheet: Sheet, row: number, column: number): string {
  const value = sheet.cells.value(row, column);
  const formula = sheet.cells.formula(row, column);
  const style = sheet.styleIndex(row, column);
  const head = `<c r="${cellAddress(row + 1, column + 1)}"${style ? ` s="${style}"` : ''}`;
  const inside = `${formula ? `<f>${escapeXml(formula.slice(1))}</f>` : ''}${valueXml(value, formula !== undefined)}`;
  return inside ? `${head}${typeXml(value, formula !== undefined)}>${inside}</c>` : `${head}/>`;
}

function typeXml(value: Value, isFormula: boolean): string {
  if (value instanceof CellError) return ' t="e"';
  return typeof value === 'string' ? ` t="${isFormula ? 'str' : 'inlineStr'}"` : typeof value === 'boolean' ? ' t="b"' : '';
}

function valueXml(value: Value, isFormula: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string' && !isFormula) return `<is><t xml:space="preserve">${encodeXstring(value)}</t></is>`;
  return `<v>${escapeXml(typeof value === 'boolean' ? String(Number(value)) : value instanceof CellError ? value.code : String(value))}</v>`;
}

function validationsXml(rules: readonly AreaRule[]): string {
  const items = rules.flatMap(({ area, properties }) => {
    const source = (properties.Rule as { list?: { source?: unknown } } | undefined)?.list?.source;
    if (typeof source !== 'string') return [];
    const formula = source.startsWith('=') ? source.slice(1) : `"${source}"`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${areaAddress(area)}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
  });
  return items.length > 0 ? `<dataValidations count="${items.length}">${items.join('')}</dataValidations>` : '';
}

/** A table part. */
export function tableXml(table: Table, id: number): string {
  const { area, name, style, showHeaders, showTotals, showBandedRows } = table;
  const filter = areaAddress({ ...area, bottom: area.bottom - (showTotals ? 1 : 0) });
  const columns = table.columnNames().map((column, index) => `<tableColumn id="${index + 1}" name="${encodeXstring(column)}"/>`);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${MAIN}" id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${areaAddress(area)}"` +
    `${showHeaders ? '' : ' headerRowCount="0"'}${showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>${showHeaders ? `<autoFilter ref="${filter}"/>` : ''}` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo name="${escapeXml(style)}" showFirstColumn="0" showLastColumn="0" showRowStripes="${showBandedRows ? 1 : 0}" showColumnStripes="0"/></table>`
  );
}
