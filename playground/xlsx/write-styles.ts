import { escapeXml } from '../../shared/xlsx/xml-text';
import type { Style, StyleTable } from '../model/style';

/** styles.xml for all looks of a workbook; `cellXfs` has the indexes of the style table. */
export function stylesXml(styles: StyleTable): string {
  const fonts = new List(fontXml({}));
  const fills = new List('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>');
  const borders = new List(borderXml({}));
  const formats = new Map<string, number>();
  const xfs: string[] = [];
  for (let index = 0; index < styles.size; index++) {
    const style = styles.get(index);
    const format = style.numberFormat ?? 'General';
    if (format !== 'General' && !formats.has(format)) formats.set(format, 164 + formats.size);
    const alignment = alignmentXml(style);
    xfs.push(
      `<xf numFmtId="${formats.get(format) ?? 0}" fontId="${fonts.indexOf(fontXml(style))}" fillId="${style.fill ? fills.indexOf(fillXml(style.fill)) : 0}" ` +
        `borderId="${borders.indexOf(borderXml(style))}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>'}`,
    );
  }
  const numFmts = [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `${numFmts.length > 0 ? counted('numFmts', numFmts) : ''}${counted('fonts', fonts.items)}${counted('fills', fills.items)}${counted('borders', borders.items)}` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${counted('cellXfs', xfs)}</styleSheet>`
  );
}

class List {
  readonly items: string[];

  constructor(...items: string[]) {
    this.items = items;
  }

  indexOf(xml: string): number {
    const index = this.items.indexOf(xml);
    return index >= 0 ? index : this.items.push(xml) - 1;
  }
}

const counted = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`;
const rgb = (color: string): string => `rgb="FF${color.slice(1)}"`;

function fontXml({ bold, italic, strikethrough, underline, color, fontSize = 11, fontName = 'Calibri' }: Style): string {
  return (
    `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${strikethrough ? '<strike/>' : ''}${underline && underline !== 'None' ? '<u/>' : ''}` +
    `<sz val="${fontSize}"/><color ${rgb(color ?? '#000000')}/><name val="${escapeXml(fontName)}"/></font>`
  );
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(color)}/></patternFill></fill>`;
}

const WEIGHTS: Readonly<Record<string, string>> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' };

function borderXml({ borders }: Style): string {
  const side = (name: string, key: 'EdgeLeft' | 'EdgeRight' | 'EdgeTop' | 'EdgeBottom'): string => {
    const border = borders?.[key];
    if (!border || border.style === 'None') return `<${name}/>`;
    return `<${name} style="${border.style === 'Double' ? 'double' : (WEIGHTS[border.weight] ?? 'thin')}"><color ${rgb(border.color)}/></${name}>`;
  };
  return `<border>${side('left', 'EdgeLeft')}${side('right', 'EdgeRight')}${side('top', 'EdgeTop')}${side('bottom', 'EdgeBottom')}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  const word = (text: string): string => text[0].toLowerCase() + text.slice(1);
  const parts = [
    horizontal && horizontal !== 'General' ? `horizontal="${word(horizontal)}"` : '',
    vertical && vertical !== 'Bottom' ? `vertical="${word(vertical)}"` : '',
    wrap ? 'wrapText="1"' : '',
    indent ? `indent="${indent}"` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `<alignment ${parts.join(' ')}/>` : '';
}
