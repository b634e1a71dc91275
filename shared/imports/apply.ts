import Decimal from 'decimal.js';
import type { Issue } from '../issue';
import { sumCents, toCents, type IsoDate } from '../units';
import type { Reading } from '.';
import type { ImportRow } from './format';
import { asSymbol, guessType, pricePerUnit, type ImportedSecurity } from './imported-security';
import { importIssue, type ImportCode } from './issues';
import { groupPositions, type ImportedPosition } from './positions';

/** A row for the Holdings table. What the file does not know is absent, never 0. */
export interface ImportedHolding {
  readonly accountId: string;
  readonly symbol: string;
  /** Shares, face amount of a bond, dollars of `CASH`. */
  readonly quantity: number;
  /** Dollars, for the lot. */
  readonly costBasis?: number;
  readonly acquired?: IsoDate;
  readonly lotId?: string;
  readonly marketValue?: number;
  readonly covered?: 'Unknown basis';
  readonly asOf?: IsoDate;
  readonly source?: string;
}

/** Who the user says an export is about. */
export interface ApplyOptions {
  /** The workbook's Account ID by the account as the file spells it, which may be its last digits; `''` when the file names none. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Stamped on every row: the file's name. */
  readonly source?: string;
  /** Three letters, the currency of the book; amounts in others are left out. Absent: USD. */
  readonly currency?: string;
}

/** What an export would write, for the user to look at before anything is written. */
export interface Applied {
  readonly holdings: readonly ImportedHolding[];
  readonly securities: readonly ImportedSecurity[];
  readonly issues: readonly Issue[];
}

/**
 * An export as rows of Holdings and Securities. Lots stand in for their position, never beside it; a position without lots
 * is one lot of unknown date. Options and short positions are left out and said so.
 */
export function toHoldings(reading: Reading, options: ApplyOptions = {}): Applied {
  const application = new Application(reading, options);
  for (const position of groupPositions(reading.rows)) application.addPosition(position);
  application.addCash(reading.rows.filter(({ kind }) => kind === 'cash'));
  return application.applied();
}

/** Lots are printed with four decimals, so each may be off by half a unit of the last. */
const quantityTolerance = (lots: number) => 0.00005 * (lots + 1);

class Application {
  private readonly holdings: ImportedHolding[] = [];
  private readonly securities = new Map<string, ImportedSecurity>();
  private readonly issues: Issue[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly options: ApplyOptions,
  ) {}

  addPosition({ parent, lots }: ImportedPosition): void {
    const head = parent ?? lots[0];
    const rows = lots.length > 0 ? lots : [head];
    const fault = reasonToLeaveOut(head, rows);
    if (fault) {
      this.complain(head, fault);
      return;
    }
    if (parent && lots.length > 0) this.checkSum(parent, lots);
    for (const row of rows) this.addLot(row);
    this.addSecurity(head);
  }

  addCash(rows: readonly ImportRow[]): void {
    for (const row of rows) if (row.quantity === null) this.complain(row, { code: 'I07', problem: 'has no amount.' });
    const foreign = rows.filter((row) => row.quantity !== null && this.isForeign(row));
    for (const row of foreign) this.complain(row, { code: 'I28', problem: `is cash in ${row.currency ?? ''} and was left out.` });
    const known = rows.filter((row) => row.quantity !== null && !foreign.includes(row));
    for (const accountId of new Set(known.map((row) => this.accountId(row)))) {
      const amounts = known.filter((row) => this.accountId(row) === accountId).map(({ quantity }) => quantity ?? 0);
      this.holdings.push({ accountId, symbol: 'CASH', quantity: sumCents(amounts), asOf: this.reading.asOf, source: this.options.source });
    }
  }

  private checkSum(parent: ImportRow, lots: readonly ImportRow[]): void {
    if (parent.quantity === null) return;
    const sum = lots.reduce((total, { quantity }) => total.plus(quantity ?? 0), new Decimal(0));
    if (sum.minus(parent.quantity).abs().lte(quantityTolerance(lots.length))) return;
    const problem = `shows ${parent.quantity}, but its ${lots.length} lots add up to ${sum.toString()}.`;
    this.complain(parent, { code: 'I04', problem, fix: 'Maybe some lots were not expanded when the file was saved.' });
  }

  private addLot(row: ImportRow): void {
    if (!row.quantity || row.symbol === null) {
      this.complain(row, { code: 'I07', problem: 'has no quantity.' });
      return;
    }
    const isForeign = this.isForeign(row);
    const cost = isForeign ? null : costOf(row);
    if (isForeign) this.complain(row, { code: 'I28', problem: `is in ${row.currency ?? ''}; its cost and value were left out.`, fix: 'Maybe type its cost in dollars, and FX in Securities.' });
    this.holdings.push({
      accountId: this.accountId(row),
      symbol: asSymbol(row.symbol),
      quantity: row.quantity,
      costBasis: cost ?? undefined,
      acquired: row.acquired ?? undefined,
      lotId: row.lotId ?? undefined,
      marketValue: row.marketValue === null || isForeign ? undefined : toCents(row.marketValue),
      covered: cost === null ? 'Unknown basis' : undefined,
      asOf: this.reading.asOf,
      source: this.options.source,
    });
  }

  private addSecurity(row: ImportRow): void {
    const price = pricePerUnit(row);
    if (row.symbol === null || price === null) return;
    const known = this.securities.get(row.symbol);
    if (known && differ(known.price, price)) {
      this.complain(row, { code: 'I08', problem: `is priced ${price} here and ${known.price} above; the first price was kept.` });
    }
    if (known) return;
    const described: Partial<ImportedSecurity> = /\s/.test(row.symbol) ? { name: row.symbol, tradable: 'Hold' } : {};
    const named = this.isForeign(row) ? { currency: row.currency ?? undefined } : {};
    this.securities.set(row.symbol, {
      symbol: asSymbol(row.symbol),
      price,
      priceDate: this.reading.asOf,
      type: guessType(row),
      name: row.description ?? undefined,
      cusip: row.cusip ?? undefined,
      ...named,
      ...described,
    });
  }

  private isForeign({ currency }: ImportRow): boolean {
    return currency !== null && currency.toUpperCase() !== (this.options.currency ?? 'USD').toUpperCase();
  }

  /** The file's account in the user's words. */
  private accountId(row: ImportRow): string {
    const account = row.account ?? '';
    return this.options.accounts?.[account] ?? account;
  }

  private complain(row: ImportRow, { code, problem, fix }: Fault): void {
    const account = this.accountId(row);
    this.issues.push(
      importIssue(
        code,
        { file: this.options.source, line: row.line },
        {
          rowKey: [account, row.symbol].filter(Boolean).join(' › '),
          message: `${row.symbol ?? 'A row'} on line ${row.line} ${problem}`,
          fix,
          accounts: account ? [account] : undefined,
        },
      ),
    );
  }

  applied(): Applied {
    return { holdings: this.holdings, securities: [...this.securities.values()], issues: this.issues };
  }
}

/** Dollars the whole row cost; files that state the cost per unit only say it per 100 of face for a bond. */
function costOf({ costBasis, unitCost, quantity, assetType }: ImportRow): number | null {
  if (costBasis !== null) return toCents(costBasis);
  if (unitCost === null || quantity === null) return null;
  return toCents(new Decimal(unitCost).times(quantity).div(assetType === 'bond' ? 100 : 1));
}

/** A price made from a rounded value is off by little; two prices differ by more. */
const differ = (one: number, other: number): boolean => Math.abs(one - other) > 0.001 * Math.abs(one);

/** What is wrong with a row, as the end of a sentence that begins with its symbol. */
interface Fault {
  readonly code: ImportCode;
  readonly problem: string;
  readonly fix?: string;
}

/** Why a position is nothing that a run could handle; undefined when it is. */
function reasonToLeaveOut(head: ImportRow, rows: readonly ImportRow[]): Fault | undefined {
  if ([head, ...rows].some(({ quantity }) => (quantity ?? 0) < 0)) {
    return {
      code: 'I06',
      problem: 'is a short position and was left out.',
      fix: 'Maybe it is a call written on shares held here: do not sell those.',
    };
  }
  if (head.assetType === 'option') {
    return { code: 'I05', problem: 'is an option and was left out.', fix: 'Its value is missing from the account.' };
  }
  if (head.symbol === null) return { code: 'I07', problem: 'has no symbol.' };
  if (head.symbol.toUpperCase() !== 'CASH') return undefined;
  return {
    code: 'I07',
    problem: 'is shares of a company, but CASH means money here; it was left out.',
    fix: 'Maybe add it by hand under another symbol.',
  };
}
