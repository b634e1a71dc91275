import type { Package } from '../../shared/xlsx/package';
import { children, parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';
import { XmlEdit } from './xml-edit';
import { escapeXml } from '../../shared/xlsx/xml-text';

const part = '[Content_Types].xml';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Content types of the parts we add. */
export const contentTypes = {
  workbook: `${spreadsheet}.sheet.main+xml`,
  worksheet: `${spreadsheet}.worksheet+xml`,
  table: `${spreadsheet}.table+xml`,
  styles: `${spreadsheet}.styles+xml`,
} as const;

/** Declares the type of a part. */
export async function declareType(pack: Package, name: string, type: string): Promise<void> {
  const source = await pack.text(part);
  const root = parseXml(part, source);
  const edit = new XmlEdit(source);
  const existing = find(root, name);
  if (existing) edit.attributes(existing, { ContentType: type });
  else edit.append(root, `<${root.prefix}Override PartName="/${escapeXml(name)}" ContentType="${type}"/>`);
  pack.set(part, edit.toString());
}

/** Forgets the type of a part that is gone. */
export async function forgetType(pack: Package, name: string): Promise<void> {
  const source = await pack.text(part);
  const existing = find(parseXml(part, source), name);
  if (existing) pack.set(part, new XmlEdit(source).swap(existing, '').toString());
}

function find(root: XmlElement, name: string): XmlElement | undefined {
  const wanted = `/${name}`.toLowerCase();
  return children(root, 'Override').find(({ attributes }) => attributes.PartName?.toLowerCase() === wanted);
}
