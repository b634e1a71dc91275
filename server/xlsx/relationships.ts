import type { Dialect } from './dialect';
import type { Package } from '../../shared/xlsx/package';
import { relationshipsPart, resolveTarget } from '../../shared/xlsx/relationships';
import { children, parseXml } from '../../shared/xlsx/xml-tree';
import { XmlEdit } from './xml-edit';
import { escapeXml } from '../../shared/xlsx/xml-text';

const empty =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** Adds a link from `part` to `target` and returns its id. */
export async function addRelationship(pack: Package, dialect: Dialect, part: string, kind: string, target: string): Promise<string> {
  const name = relationshipsPart(part);
  const source = pack.has(name) ? await pack.text(name) : empty;
  const root = parseXml(name, source);
  const taken = new Set(children(root, 'Relationship').map(({ attributes }) => attributes.Id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number += 1;
  const link = `<${root.prefix}Relationship Id="rId${number}" Type="${dialect.relationships}/${kind}" Target="/${escapeXml(encodeURI(target))}"/>`;
  pack.set(name, new XmlEdit(source).append(root, link).toString());
  return `rId${number}`;
}

/** Takes out the links of `part` to `target`. */
export async function removeRelationship(pack: Package, part: string, target: string): Promise<void> {
  const name = relationshipsPart(part);
  if (!pack.has(name)) return;
  const source = await pack.text(name);
  const edit = new XmlEdit(source);
  for (const link of children(parseXml(name, source), 'Relationship')) {
    if (resolveTarget(part, link.attributes.Target ?? '').toLowerCase() === target.toLowerCase()) edit.swap(link, '');
  }
  pack.set(name, edit.toString());
}
