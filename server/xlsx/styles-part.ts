import type { SheetRule } from '../../shared/workbook/port';
import { bookTarget, readBook } from '../../shared/xlsx/book-part';
import { alignmentXml, borderXml, fillXml, fontXml, ruleFormatXml, type CellLook } from './cell-look';
import { contentTypes, declareType } from './content-types';
import { dialectOf } from './dialect';
import type { Package } from '../../shared/xlsx/package';
import { addRelationship } from './relationships';
import { XmlEdit, withPrefix } from './xml-edit';
import { escapeXml } from '../../shared/xlsx/xml-text';
import { child, children, parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

/** The schema's sequence of lists in styles.xml. */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];
/** Formats every program knows by number (ECMA-376 18.8.30). */
const builtIn: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_CUSTOM_FORMAT = 164;

/**
 * The workbook's cell formats. Ours are added at the end, once each, so numbers that cells already carry keep their meaning;
 * `save` writes the part when something was added.
 */
export class StylesPart {
  private readonly items = new Map<ListName, string[]>();
  private readonly added = new Map<ListName, string[]>();
  private readonly known = new Map<string, number>();

  private constructor(
    private readonly pack: Package,
    private readonly part: string,
    private readonly source: string,
    private readonly root: XmlElement,
  ) {
    for (const name of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const) {
      this.items.set(name, (child(root, name)?.children ?? []).map(canonical));
    }
  }

  /** Reads the workbook's styles; a workbook without any gets the part. */
  static async load(pack: Package): Promise<StylesPart> {
    const book = await readBook(pack);
    const part = bookTarget(pack, book, 'styles') ?? (await addStyles(pack));
    const source = await pack.text(part);
    return new StylesPart(pack, part, source, parseXml(part, source));
  }

  /** The number of the cell format that looks so. */
  cell(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.add('cellXfs', this.formatXml(look));
    this.known.set(key, index);
    return index;
  }

  /** The number of a rule's differential format; undefined when it needs none. */
  rule(rule: SheetRule): number | undefined {
    const xml = ruleFormatXml(rule);
    return xml === undefined ? undefined : this.add('dxfs', xml);
  }

  save(): void {
    const edit = new XmlEdit(this.source);
    const { prefix } = this.root;
    for (const [name, added] of this.added) {
      const list = child(this.root, name);
      const items = added.map((xml) => withPrefix(xml, prefix));
      if (list) edit.extend(list, items);
      else edit.insert(this.root, order, name, `<${prefix}${name} count="${items.length}">${items.join('')}</${prefix}${name}>`);
    }
    if (this.added.size > 0) this.pack.set(this.part, edit.toString());
  }

  private formatXml(look: CellLook): string {
    const font = this.font(look);
    const fill = look.fill ? this.add('fills', fillXml(look.fill)) : 0;
    const border = look.bottomBorder ? this.add('borders', borderXml(look.bottomBorder)) : 0;
    const alignment = alignmentXml(look);
    const flags = [
      'applyNumberFormat="1"',
      font > 0 ? 'applyFont="1"' : '',
      fill > 0 ? 'applyFill="1"' : '',
      border > 0 ? 'applyBorder="1"' : '',
      alignment ? 'applyAlignment="1"' : '',
      look.quotePrefix ? 'quotePrefix="1"' : '',
    ];
    const numbers = `numFmtId="${this.numberFormat(look.format ?? 'General')}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
    return `<xf ${[numbers, ...flags].filter(Boolean).join(' ')}${alignment ? `>${alignment}</xf>` : '/>'}`;
  }

  /** Our fonts take their face and size from the workbook's first font, which is its normal one. */
  private font(look: CellLook): number {
    const normal = child(this.root, 'fonts')?.children[0];
    const face = normal && child(normal, 'name')?.attributes.val;
    const size = normal && Number(child(normal, 'sz')?.attributes.val);
    const isNormal = !look.bold && !look.italic && !look.underline && !look.color && !look.size;
    return isNormal && normal ? 0 : this.add('fonts', fontXml(look, face ?? 'Calibri', size || 11));
  }

  private numberFormat(code: string): number {
    const standard = builtIn[code];
    if (standard !== undefined) return standard;
    const list = children(child(this.root, 'numFmts'), 'numFmt');
    const existing = list.find(({ attributes }) => attributes.formatCode === code);
    if (existing) return Number(existing.attributes.numFmtId);
    const first = Math.max(FIRST_CUSTOM_FORMAT, ...list.map(({ attributes }) => Number(attributes.numFmtId) + 1));
    const added = this.added.get('numFmts') ?? [];
    const place = added.findIndex((xml) => xml.includes(`formatCode="${escapeXml(code)}"`));
    if (place >= 0) return first + place;
    this.added.set('numFmts', [...added, `<numFmt numFmtId="${first + added.length}" formatCode="${escapeXml(code)}"/>`]);
    return first + added.length;
  }

  /** The index of an item of a list; the same item is never added twice. */
  private add(name: ListName, xml: string): number {
    const items = this.items.get(name) as string[];
    const wanted = canonical(parseXml(this.part, xml));
    const found = items.indexOf(wanted);
    if (found >= 0) return found;
    items.push(wanted);
    this.added.set(name, [...(this.added.get(name) ?? []), xml]);
    return items.length - 1;
  }
}

/** An element as text that does not depend on prefixes or the order of attributes. */
function canonical(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([element.name, attributes, element.children.map(canonical)]);
}

async function addStyles(pack: Package): Promise<string> {
  const book = await readBook(pack);
  const dialect = dialectOf(book.root);
  const part = 'xl/styles.xml';
  pack.set(part, blankStyles(dialect.main));
  await declareType(pack, part, contentTypes.styles);
  await addRelationship(pack, dialect, book.part, 'styles', part);
  return part;
}

/** The least a styles part must hold. */
export function blankStyles(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>`;
}
