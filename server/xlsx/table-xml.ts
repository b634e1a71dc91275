import type { SheetContent } from '../../shared/workbook/port';
import type { Dialect } from './dialect';
import { formatRange } from '../../shared/xlsx/range';
import type { SheetLayout } from './sheet-layout';
import type { TablePart } from './table-part';
import { withPrefix, XmlEdit } from './xml-edit';
import { encodeXstring } from '../../shared/xlsx/xml-text';
import { child } from '../../shared/xlsx/xml-tree';

/** The part of a new table. */
export function tableXml(content: SheetContent, layout: SheetLayout, id: number, dialect: Dialect): string {
  const ref = formatRange(layout.table);
  const style = '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="${dialect.main}" id="${id}" name="${content.table}" displayName="${content.table}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/>${columnsXml(content)}${style}</table>`
  );
}

/** The part of a table that gets new rows: filters and sorting fall, since they speak of the old ones; its name, number and style stay. */
export function updatedTableXml({ source, root, headers }: TablePart, content: SheetContent, layout: SheetLayout): string {
  const ref = formatRange(layout.table);
  const edit = new XmlEdit(source).attributes(root, { ref, headerRowCount: undefined, totalsRowCount: undefined, insertRow: undefined });
  const filter = child(root, 'autoFilter');
  const sort = child(root, 'sortState');
  const columns = child(root, 'tableColumns');
  const newFilter = withPrefix(`<autoFilter ref="${ref}"/>`, root.prefix);
  if (filter) edit.swap(filter, newFilter);
  else edit.insert(root, ['autoFilter', 'sortState', 'tableColumns'], 'autoFilter', newFilter);
  if (sort) edit.swap(sort, '');
  const same = content.columns.length === headers.length && content.columns.every(({ header }, index) => header === headers[index]);
  if (columns && !same) edit.swap(columns, withPrefix(columnsXml(content), root.prefix));
  return edit.toString();
}

function columnsXml({ columns }: SheetContent): string {
  const items = columns.map(({ header }, index) => `<tableColumn id="${index + 1}" name="${encodeXstring(header)}"/>`);
  return `<tableColumns count="${items.length}">${items.join('')}</tableColumns>`;
}
