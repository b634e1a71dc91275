import type { SheetRule } from '../../shared/workbook/port';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** How a cell looks. Colors are `#RRGGBB`. */
export interface CellLook {
  /** Excel number format. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly fill?: string;
  readonly bottomBorder?: string;
  readonly wrap?: boolean;
  readonly align?: 'center' | 'right';
  /** Text after a column of numbers keeps a little distance. */
  readonly indent?: boolean;
  /** Text that must stay text when somebody edits the cell. */
  readonly quotePrefix?: boolean;
}

export const looks = {
  title: { bold: true, size: 16, color: '#1F2937' },
  status: { color: '#374151' },
  key: { italic: true, color: '#6B7280' },
  header: { bold: true, color: '#1F2937', fill: '#E5E7EB', bottomBorder: '#6B7280', wrap: true },
  stickyHeader: { bold: true, color: '#0B4F9C', fill: '#DCEBFA', bottomBorder: '#0B4F9C', wrap: true },
  sticky: { color: '#0B4F9C', fill: '#F3F8FE' },
  link: { color: '#0563C1', underline: true },
} as const satisfies Record<string, CellLook>;

/** `#2E75B6` → `FF2E75B6`, opaque. */
export function argb(color: string): string {
  return `FF${escapeXml(color.replace('#', '').toUpperCase())}`;
}

export function fontXml(look: CellLook, name: string, defaultSize: number): string {
  const flags = `${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${look.underline ? '<u/>' : ''}`;
  const color = look.color ? `<color rgb="${argb(look.color)}"/>` : '<color theme="1"/>';
  return `<font>${flags}<sz val="${look.size ?? defaultSize}"/>${color}<name val="${escapeXml(name)}"/></font>`;
}

export function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

/** Nothing when the look leaves alignment to the program. */
export function alignmentXml({ align, indent, wrap }: CellLook): string {
  const horizontal = align ? ` horizontal="${align}"` : indent ? ' horizontal="left"' : '';
  const attributes = `${horizontal}${wrap ? ' vertical="center" wrapText="1"' : ''}${indent ? ' indent="1"' : ''}`;
  return attributes === '' ? '' : `<alignment${attributes}/>`;
}

export function borderXml(bottom: string): string {
  return `<border><left/><right/><top/><bottom style="thin"><color rgb="${argb(bottom)}"/></bottom><diagonal/></border>`;
}

/** The differential format of a rule; a bar needs none. */
export function ruleFormatXml(rule: SheetRule): string | undefined {
  if (rule.kind === 'bar') return undefined;
  if (rule.kind === 'divider') return `<dxf><border><top style="thin"><color rgb="${argb(rule.color)}"/></top></border></dxf>`;
  const color = rule.color ? `<color rgb="${argb(rule.color)}"/>` : '';
  const font = rule.strike || color ? `<font>${rule.strike ? '<strike/>' : ''}${color}</font>` : '';
  const fill = rule.fill ? `<fill><patternFill patternType="solid"><bgColor rgb="${argb(rule.fill)}"/></patternFill></fill>` : '';
  return `<dxf>${font}${fill}</dxf>`;
}
