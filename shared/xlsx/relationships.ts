import type { Package } from './package';
import { children, parseXml } from './xml-tree';

/** One link from a part to another part of the package. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type, the same in transitional and strict files: `worksheet`, `table`. */
  readonly kind: string;
  /** Part name without the leading slash. */
  readonly target: string;
}

/** The part that holds the links of `part`; the package's own links are those of the empty name. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Links of a part to other parts; links out of the package (web addresses, other files) are left out. */
export async function readRelationships(pack: Package, part: string): Promise<Relationship[]> {
  const name = relationshipsPart(part);
  if (!pack.has(name)) return [];
  const root = parseXml(name, await pack.text(name));
  return children(root, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External' && attributes.Target)
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: resolveTarget(part, attributes.Target),
    }));
}

/** `xl/workbook.xml` and `worksheets/sheet1.xml` → `xl/worksheets/sheet1.xml`; an absolute target starts from the root. */
export function resolveTarget(part: string, target: string): string {
  const path = decodeTarget(target).replace(/\\/g, '/');
  const segments = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target; // A stray percent sign: the name is meant literally.
  }
}
