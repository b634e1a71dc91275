import { columnLetters } from '../../shared/workbook/address';
import type { SheetContent, SheetRule } from '../../shared/workbook/port';
import { lastRow } from './looks';
import type { SheetPlace } from './sheet-place';

/** Draws a new sheet's rules as conditional formats, from the first row down to the sheet's last, so that they outlast the table's growth. */
export function addRules({ worksheet, row, column }: SheetPlace, content: SheetContent): void {
  for (const rule of content.rules ?? []) {
    const index = content.columns.findIndex(({ header }) => header === rule.column);
    if (index < 0) throw new Error(`Sheet ${content.sheet} has a rule for the column "${rule.column}", which it does not have`);
    const wide = rule.kind === 'divider' || (rule.kind === 'tint' && rule.wholeRow === true);
    const area = worksheet.getRangeByIndexes(row + 1, wide ? column : column + index, lastRow - row, wide ? content.columns.length : 1);
    if (rule.kind === 'bar') addBar(area, rule.color);
    else addFormula(area, rule, ruleFormula(rule, columnLetters(column + index + 1), row + 2));
  }
}

function addBar(area: Excel.Range, color: string): void {
  const bar = area.conditionalFormats.add('DataBar').dataBar;
  bar.positiveFormat.fillColor = color;
  bar.positiveFormat.gradientFill = false;
  bar.lowerBoundRule = { type: 'Number', formula: '0' };
}

function addFormula(area: Excel.Range, rule: Exclude<SheetRule, { kind: 'bar' }>, formula: string): void {
  const { custom } = area.conditionalFormats.add('Custom');
  custom.rule.formula = formula;
  if (rule.kind === 'divider') {
    const border = custom.format.borders.getItem('EdgeTop');
    border.style = 'Continuous';
    border.color = rule.color;
    return;
  }
  if (rule.fill) custom.format.fill.color = rule.fill;
  if (rule.color) custom.format.font.color = rule.color;
  if (rule.strike) custom.format.font.strikethrough = true;
}

/** Formulas come from these templates alone; the text in them is ours and its quotes are doubled. */
export function ruleFormula(rule: Exclude<SheetRule, { kind: 'bar' }>, letters: string, firstRow: number): string {
  if (rule.kind === 'divider') return `=$${letters}${firstRow}<>$${letters}${firstRow - 1}`;
  return `=LEFT($${letters}${firstRow},${rule.beginsWith.length})="${rule.beginsWith.replace(/"/g, '""')}"`;
}
