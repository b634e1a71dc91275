import type { IsoDate } from '../../units';
import { importRow, type ImportRow } from '../format';
import type { Line } from '../table/line';
import { onlyFinest } from './finest';
import type { FlexField, FlexSection } from './flex-fields';
import * as rows from './flex-rows';
import { onLastDay, settleCash, settleHoldings, type DatedRow } from './holdings';

/** One record of a section, as a row. */
interface Read {
  readonly row: ImportRow;
  readonly level: string;
  readonly dated: DatedRow;
}

/** The rows of a Flex file, in whichever markup: sections that repeat themselves at several levels of detail are read once. */
export class FlexReading {
  private readonly sections = new Map<FlexSection, Read[]>();
  private readonly base = new Set<number>();
  private readonly baseCurrencies = new Map<string | null, string>();

  /** Notes the base currency of an account. */
  addBaseCurrency(account: string | null, currency: string | null): void {
    if (currency !== null && !this.baseCurrencies.has(account)) this.baseCurrencies.set(account, currency);
  }

  /** Adds one record. `level` stands in where the record does not state its level of detail. */
  add(section: FlexSection, line: Line<FlexField>, context: rows.FlexContext, level = ''): void {
    const stated = (line.text('level') ?? level).toUpperCase();
    const row = rowOf(section, stated, line, context);
    if (section === 'cash-report' && rows.isBaseSummary(line)) this.base.add(line.number);
    if (line.text('fxRate') === '1') this.addBaseCurrency(row.account, row.currency);
    const reportDate: IsoDate | null = (section === 'positions' ? line.day('reportDate') : line.day('toDate')) ?? context.toDate;
    const contract = line.text('conid') ?? JSON.stringify([row.symbol, row.currency]);
    const reads = this.sections.get(section) ?? [];
    reads.push({ row, level: stated, dated: { row, contract, reportDate } });
    this.sections.set(section, reads);
  }

  /** Positions with their lots, cash, then what happened. */
  rows(): ImportRow[] {
    const positions = settleHoldings(this.dated('positions'));
    const cash = onLastDay(this.dated('cash-report')).map(({ row }) => ({ ...row, currency: row.currency ?? this.baseCurrencies.get(row.account) ?? null }));
    return [
      ...positions,
      ...settleCash(cash, ({ line }) => this.base.has(line)),
      ...onlyFinest(this.sections.get('trades') ?? [], ['EXECUTION', 'ORDER', 'SYMBOL_SUMMARY']),
      ...onlyFinest(this.sections.get('cash-transactions') ?? [], ['DETAIL', 'SUMMARY']),
      ...onlyFinest(this.sections.get('corporate-actions') ?? [], ['DETAIL', 'SUMMARY']),
      ...onlyFinest(this.sections.get('transfers') ?? [], ['TRANSFER', 'DETAIL', 'SUMMARY']),
    ];
  }

  private dated(section: FlexSection): DatedRow[] {
    return (this.sections.get(section) ?? []).map(({ dated }) => dated);
  }
}

function rowOf(section: FlexSection, level: string, line: Line<FlexField>, context: rows.FlexContext): ImportRow {
  if (section === 'positions') return rows.positionRow(line, context);
  if (section === 'cash-report') return rows.cashRow(line, context);
  if (section === 'cash-transactions') return rows.cashTransactionRow(line, context);
  if (section === 'corporate-actions') return rows.corporateActionRow(line, context);
  if (section === 'transfers') return rows.transferRow(line, context);
  if (level === 'CLOSED_LOT') return rows.closedLotRow(line, context);
  if (level === 'ASSET_SUMMARY' || level === 'WASH_SALE') return importRow('skip', line.number, { account: context.account });
  return rows.tradeRow(line, context);
}
