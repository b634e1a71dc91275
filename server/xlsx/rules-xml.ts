import { columnLetters } from '../../shared/workbook/address';
import type { SheetContent, SheetRule } from '../../shared/workbook/port';
import { argb } from './cell-look';
import { formatRange } from '../../shared/xlsx/range';
import type { SheetLayout } from './sheet-layout';
import type { StylesPart } from './styles-part';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** Conditional formats of a sheet's rules, with priorities from `firstPriority`; each says by `sign` what it does, to be found again. */
export function rulesXml(
  content: SheetContent,
  layout: SheetLayout,
  styles: StylesPart,
  firstPriority: number,
): { xml: string; sign: string }[] {
  return (content.rules ?? []).map((rule, index) => {
    const column = content.columns.findIndex(({ header }) => header === rule.column) + layout.left;
    if (column < layout.left) throw new Error(`Sheet ${content.sheet} has a rule for the column "${rule.column}", which it does not have`);
    const wide = rule.kind === 'divider' || (rule.kind === 'tint' && rule.wholeRow);
    const body = { top: layout.firstRow, bottom: layout.lastRow };
    const sqref = formatRange(wide ? { ...body, left: layout.left, right: layout.right } : { ...body, left: column, right: column });
    const format = styles.rule(rule);
    const formula = ruleFormula(rule, columnLetters(column), layout.firstRow);
    const dxf = format === undefined ? '' : ` dxfId="${format}"`;
    const type = formula === undefined ? 'dataBar' : 'expression';
    const inner = formula === undefined ? barXml(rule) : `<formula>${escapeXml(formula)}</formula>`;
    return {
      sign: formula ?? `bar ${columnLetters(column)}`,
      xml: `<conditionalFormatting sqref="${sqref}"><cfRule type="${type}"${dxf} priority="${firstPriority + index}">${inner}</cfRule></conditionalFormatting>`,
    };
  });
}

/** What a conditional format on the sheet does, in the same words as `sign`. */
export function signOf(type: string | undefined, formula: string | undefined, sqref: string): string {
  return type === 'dataBar' ? `bar ${sqref.replace(/\d.*$/, '')}` : (formula ?? '');
}

/** Formulas come from these templates alone; the text in them is ours and its quotes are doubled. */
function ruleFormula(rule: SheetRule, letters: string, firstRow: number): string | undefined {
  if (rule.kind === 'bar') return undefined;
  if (rule.kind === 'divider') return `$${letters}${firstRow}<>$${letters}${firstRow - 1}`;
  const text = rule.beginsWith.replace(/"/g, '""');
  return `LEFT($${letters}${firstRow},${rule.beginsWith.length})="${text}"`;
}

function barXml(rule: SheetRule): string {
  return `<dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="${argb(rule.kind === 'bar' ? rule.color : '#9DC3E6')}"/></dataBar>`;
}
