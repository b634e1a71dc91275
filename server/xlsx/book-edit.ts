import { quoteSheet } from '../../shared/workbook/address';
import { readBook } from '../../shared/xlsx/book-part';
import { contentTypes, declareType } from './content-types';
import { dialectOf, type Dialect } from './dialect';
import type { Package } from '../../shared/xlsx/package';
import { addRelationship } from './relationships';
import { withPrefix, XmlEdit } from './xml-edit';
import { escapeXml } from '../../shared/xlsx/xml-text';
import { child, children, type XmlElement } from '../../shared/xlsx/xml-tree';

/** The schema's sequence in workbook.xml. */
const order = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches webPublishing fileRecoveryPr webPublishObjects ' +
  'extLst'
).split(' ');

/** Enters a new worksheet, whose part is already in the package, at the end of the list. */
export async function addSheet(pack: Package, name: string, part: string): Promise<void> {
  const { part: bookPart, root: before } = await readBook(pack);
  await declareType(pack, part, contentTypes.worksheet);
  const dialect = dialectOf(before);
  const id = await addRelationship(pack, dialect, bookPart, 'worksheet', part);
  const { source, root } = await readBook(pack);
  const list = child(root, 'sheets');
  const taken = children(list, 'sheet').map(({ attributes }) => Number(attributes.sheetId));
  const number = Math.max(0, ...taken) + 1;
  const sheet = withPrefix(`<sheet name="${escapeXml(name)}" sheetId="${number}" ${linkAttribute(root, dialect, id)}/>`, root.prefix);
  const edit = new XmlEdit(source);
  if (list) edit.append(list, sheet);
  else edit.insert(root, order, 'sheets', `<${root.prefix}sheets>${sheet}</${root.prefix}sheets>`);
  pack.set(bookPart, edit.toString());
}

/** `r:id="rId7"`, with the prefix the workbook uses for links, declared here when it declares none. */
function linkAttribute({ attributes }: XmlElement, { relationships }: Dialect, id: string): string {
  const declared = Object.keys(attributes).find((name) => name.startsWith('xmlns:') && attributes[name] === relationships);
  return declared ? `${declared.slice('xmlns:'.length)}:id="${id}"` : `xmlns:r="${relationships}" r:id="${id}"`;
}

/** A name for a cell or rows: `Start!$B$3`; with a sheet it is that sheet's own, without one the workbook's. */
export interface NewName {
  readonly name: string;
  readonly sheet: string;
  /** `$B$3`, `$5:$5`. */
  readonly place: string;
  readonly ownedBySheet?: boolean;
}

/** Defines names, or points those that exist elsewhere. */
export async function defineNames(pack: Package, names: readonly NewName[]): Promise<void> {
  for (const { name, sheet, place, ownedBySheet } of names) {
    const { part, source, root, sheets } = await readBook(pack);
    const index = sheets.findIndex((entry) => entry.name.toLowerCase() === sheet.toLowerCase());
    if (index < 0) throw new Error(`There is no sheet "${sheet}" for the name ${name}`);
    const scope = ownedBySheet ? String(index) : undefined;
    const list = child(root, 'definedNames');
    const owner = scope === undefined ? '' : ` localSheetId="${scope}"`;
    const xml = withPrefix(
      `<definedName name="${escapeXml(name)}"${owner}>${escapeXml(`${quoteSheet(sheets[index].name)}!${place}`)}</definedName>`,
      root.prefix,
    );
    const edit = new XmlEdit(source);
    const existing = children(list, 'definedName').find((entry) => isNamed(entry, name, scope));
    if (existing) edit.swap(existing, xml);
    else if (list) edit.append(list, xml);
    else edit.insert(root, order, 'definedNames', `<${root.prefix}definedNames>${xml}</${root.prefix}definedNames>`);
    pack.set(part, edit.toString());
  }
}

/** Asks Excel to calculate all formulas when it opens the workbook: those that read our sheets show old results. */
export async function calculateOnLoad(pack: Package): Promise<void> {
  const { part, source, root } = await readBook(pack);
  const existing = child(root, 'calcPr');
  const edit = new XmlEdit(source);
  if (existing) edit.attributes(existing, { fullCalcOnLoad: '1' });
  else edit.insert(root, order, 'calcPr', withPrefix('<calcPr fullCalcOnLoad="1"/>', root.prefix));
  pack.set(part, edit.toString());
}

function isNamed({ attributes }: XmlElement, name: string, scope: string | undefined): boolean {
  return attributes.name?.toLowerCase() === name.toLowerCase() && attributes.localSheetId === scope;
}
