import { child, children, type XmlElement } from '../../shared/xlsx/xml-tree';
import type { Border, BorderSide, Style } from '../model/style';

/** Formats every program knows by number (ECMA-376 18.8.30), as Excel spells them in en-US. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Office's default theme in the order color indexes use it. */
const THEME = [
  '#FFFFFF',
  '#000000',
  '#E7E6E6',
  '#44546A',
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#0563C1',
  '#954F72',
];

/** The looks of `cellXfs`, in order. */
export function readStyles(root: XmlElement | undefined): Style[] {
  if (!root) return [{}];
  const list = (name: string): readonly XmlElement[] => child(root, name)?.children ?? [];
  const codes = new Map(list('numFmts').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General']));
  const [fonts, fills, borders] = [list('fonts').map(readFont), list('fills').map(readFill), list('borders').map(readBorders)];
  return list('cellXfs').map((xf) => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const numberFormat = codes.get(id) ?? BUILT_IN[id] ?? 'General';
    return {
      ...(numberFormat !== 'General' && { numberFormat }),
      ...fonts[Number(xf.attributes.fontId ?? 0)],
      ...fills[Number(xf.attributes.fillId ?? 0)],
      ...borders[Number(xf.attributes.borderId ?? 0)],
      ...readAlignment(child(xf, 'alignment')),
    };
  });
}

function readFont(font: XmlElement): Style {
  const on = (name: string): boolean => {
    const element = child(font, name);
    return element !== undefined && element.attributes.val !== '0' && element.attributes.val !== 'none';
  };
  const color = readColor(child(font, 'color'));
  const size = Number(child(font, 'sz')?.attributes.val ?? 11);
  const name = child(font, 'name')?.attributes.val;
  return {
    ...(on('b') && { bold: true }),
    ...(on('i') && { italic: true }),
    ...(on('strike') && { strikethrough: true }),
    ...(on('u') && { underline: 'Single' }),
    ...(color && color !== '#000000' && { color }),
    ...(size !== 11 && { fontSize: size }),
    ...(name && name !== 'Calibri' && { fontName: name }),
  };
}

function readFill(fill: XmlElement): Style {
  const pattern = child(fill, 'patternFill');
  if (pattern?.attributes.patternType !== 'solid') return {};
  const color = readColor(child(pattern, 'fgColor'));
  return color ? { fill: color } : {};
}

const LINES: Readonly<Record<string, { style: string; weight: string }>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dotted: { style: 'Dot', weight: 'Thin' },
};
const SIDES: Readonly<Record<string, BorderSide>> = { left: 'EdgeLeft', right: 'EdgeRight', top: 'EdgeTop', bottom: 'EdgeBottom' };

function readBorders(border: XmlElement): Style {
  const borders: Partial<Record<BorderSide, Border>> = {};
  for (const side of border.children) {
    const line = LINES[side.attributes.style ?? ''];
    if (line && SIDES[side.name]) borders[SIDES[side.name]] = { ...line, color: readColor(child(side, 'color')) ?? '#000000' };
  }
  return Object.keys(borders).length > 0 ? { borders } : {};
}

function readAlignment(alignment: XmlElement | undefined): Style {
  if (!alignment) return {};
  const word = (text: string | undefined): string | undefined => text && text[0].toUpperCase() + text.slice(1);
  const { horizontal, vertical, wrapText, indent } = alignment.attributes;
  return {
    ...(horizontal && { horizontal: word(horizontal) }),
    ...(vertical && { vertical: word(vertical) }),
    ...(wrapText === '1' && { wrap: true }),
    ...(indent && { indent: Number(indent) }),
  };
}

/** `#RRGGBB` of a color element: given, or of the theme with its tint. */
export function readColor(element: XmlElement | undefined): string | undefined {
  const { rgb, theme, tint } = element?.attributes ?? {};
  if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
  const base = theme === undefined ? undefined : THEME[Number(theme)];
  return base && tinted(base, Number(tint ?? 0));
}

function tinted(color: string, tint: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return `#${mixed
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** All descendants with a name, for parts whose depth varies. */
export const listOf = (root: XmlElement | undefined, list: string, item: string): XmlElement[] =>
  root ? children(child(root, list), item) : [];
