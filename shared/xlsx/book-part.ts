import type { Package } from './package';
import { readRelationships, type Relationship } from './relationships';
import { isTrue } from './xml-text';
import { prefixedAttribute } from './xml-scan';
import { child, children, parseXml, type XmlElement } from './xml-tree';

/** A sheet of cells; chart and dialog sheets have no part here but keep their place in the list. */
export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  /** Part name of a worksheet; absent for other kinds of sheet. */
  readonly part?: string;
}

/** A name of workbook scope. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

/** What workbook.xml says, with its source for edits. */
export interface BookPart {
  readonly part: string;
  readonly source: string;
  readonly root: XmlElement;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly relationships: readonly Relationship[];
}

/** Finds and reads workbook.xml; an archive without one is a NotAWorkbookError. */
export async function readBook(pack: Package): Promise<BookPart> {
  const part = await findBook(pack);
  const source = await pack.text(part);
  const root = parseXml(part, source);
  if (root.name !== 'workbook') throw pack.whyNot();
  const relationships = await readRelationships(pack, part);
  const named = children(child(root, 'definedNames'), 'definedName');
  return {
    part,
    source,
    root,
    relationships,
    sheets: children(child(root, 'sheets'), 'sheet').map((sheet) => sheetEntry(sheet, relationships)),
    names: named
      .filter(({ attributes }) => attributes.localSheetId === undefined && attributes.name)
      .map(({ attributes, text }) => ({ name: attributes.name, refersTo: text.trim() })),
    date1904: isTrue(child(root, 'workbookPr')?.attributes.date1904),
  };
}

/** The part that `kind` of link of the workbook points to: `styles`, `sharedStrings`. */
export function bookTarget(pack: Package, book: BookPart, kind: string): string | undefined {
  return book.relationships.find((link) => link.kind === kind && pack.has(link.target))?.target;
}

async function findBook(pack: Package): Promise<string> {
  const links = await readRelationships(pack, '');
  const main = links.find(({ kind }) => kind === 'officeDocument')?.target;
  const part = [main, 'xl/workbook.xml'].find((name) => name !== undefined && /\.xml$/i.test(name) && pack.has(name));
  if (part === undefined || !pack.has('[Content_Types].xml')) throw pack.whyNot();
  return part;
}

function sheetEntry(sheet: XmlElement, relationships: readonly Relationship[]): SheetEntry {
  const id = prefixedAttribute(sheet.attributes, 'id');
  const link = relationships.find((candidate) => candidate.id === id);
  return {
    name: sheet.attributes.name ?? '',
    sheetId: Number(sheet.attributes.sheetId),
    part: link?.kind === 'worksheet' ? link.target : undefined,
  };
}
