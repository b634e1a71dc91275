import { importRow, type Contents, type CustodianFile, type ImportRow } from '../format';
import type { Block } from '../table/blocks';
import { complainOfCut, isCutOff } from '../table/cut';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { checkTotal } from '../table/total';
import { readTerm } from '../table/term';
import { readAmount } from '../table/values';
import type { Owner } from './account';
import { asMoney, holdingFields, ownerOf, readHolding, type HoldingField } from './holding';
import { isCore } from './security';

/** One pass over the rows below a header of positions or of lots. */
export class HoldingsReading {
  private readonly rows: ImportRow[] = [];
  /** Whose the row at hand is. */
  private owner: Owner = { account: null, accountName: null };
  private readonly reader: LineReader<HoldingField>;
  /** Rows since the last total of all accounts. */
  private counted = 0;
  private readonly unnumbered = new Set<string>();
  private readonly wrappers: { readonly index: number; readonly account: string | null }[] = [];

  constructor(
    private readonly file: CustodianFile,
    private readonly block: Block<HoldingField>,
    private readonly kind: 'position' | 'lot',
  ) {
    this.reader = new LineReader(file, block.table, block.header, holdingFields);
  }

  contents(): Contents {
    for (const line of this.reader.lines(this.block.end)) if (!isSentence(line.cells)) this.add(line);
    this.complainOfAccounts();
    return { rows: this.withoutWrappers(), issues: this.reader.issues };
  }

  private add(line: Line<HoldingField>): void {
    const [symbol, description] = [line.text('symbol'), line.text('description')];
    this.owner = ownerOf(line);
    this.reader.subject = { account: this.owner.account, symbol };
    if (this.isTotal(line)) this.addTotal(line);
    else if (/^pending activity/i.test(symbol ?? description ?? '')) this.addPending(line);
    else if (isCutOff(this.file, this.block, line.number - 1)) complainOfCut(this.reader, line);
    else if (isHolding(line)) {
      const held = readHolding(line, this.reader);
      const isMoney = this.kind === 'position' && isCore(symbol, description, held.price ?? null);
      if (isMoney) this.push(line, 'cash', asMoney(held));
      else this.addHeld(line, held);
    }
  }

  private addHeld(line: Line<HoldingField>, held: Partial<ImportRow>): void {
    if (/^brokeragelink/i.test(held.symbol ?? held.description ?? '')) this.wrappers.push({ index: this.rows.length, account: this.owner.account });
    if (this.kind === 'position') this.push(line, 'position', held);
    else this.push(line, 'lot', { ...held, symbol: held.symbol ?? this.rows.at(-1)?.symbol ?? null, acquired: line.day('acquired'), term: readTerm(line.text('term')) });
  }

  /** The amount may stand in another column than a position's value. */
  private addPending(line: Line<HoldingField>): void {
    const amounts = line.cells.filter((cell) => /\$|\.\d{1,2}$/.test(cell.trim())).map(readAmount).filter((amount) => amount !== null && !Number.isNaN(amount));
    const marketValue = line.amount('value') ?? (amounts.length === 1 ? amounts[0] : null);
    this.push(line, 'pending-cash', { marketValue, assetType: 'cash' });
  }

  private isTotal(line: Line<HoldingField>): boolean {
    const labels = [line.text('accountNumber'), line.text('accountLabel'), line.text('symbol'), line.text('description')];
    return line.text('quantity') === null && labels.some((label) => /^\**\s*(?:(?:account|grand|portfolio|positions) )?total(?: value)?\s*:?\s*\**$/i.test(label ?? ''));
  }

  /** A total of the rows above it, back to the total before. */
  private addTotal(line: Line<HoldingField>): void {
    const marketValue = line.amount('value') ?? line.amount('price');
    const above = this.rows.slice(this.counted).filter(({ kind }) => kind !== 'total');
    this.push(line, 'total', { account: null, accountName: null, marketValue });
    this.counted = this.rows.length;
    const parts = above.map((row) => row.marketValue);
    if (parts.length > 0) checkTotal(this.reader, { line: line.number, field: 'value', total: marketValue, parts, what: 'The rows above' });
  }

  private push(line: Line<HoldingField>, kind: ImportRow['kind'], known: Partial<ImportRow>): void {
    const { owner } = this;
    if (owner.account === null && kind !== 'total') this.unnumbered.add(owner.accountName ?? '');
    this.rows.push(importRow(kind, line.number, owner, known));
  }

  /** The plan's row for a BrokerageLink account holds what that account's own rows hold. */
  private withoutWrappers(): ImportRow[] {
    const isItemized = (wrapper: string | null) => this.rows.some(({ account, accountName }) => account !== wrapper && /brokerage\s?link/i.test(accountName ?? ''));
    const twice = new Set(this.wrappers.filter(({ account }) => isItemized(account)).map(({ index }) => index));
    return this.rows.map((row, index) => (twice.has(index) ? { ...row, kind: 'skip' } : row));
  }

  private complainOfAccounts(): void {
    if (this.unnumbered.size === 0) return;
    const names = [...this.unnumbered].filter(Boolean).map((name) => `“${name}”`);
    const message = names.length === 0 ? 'The file names no account.' : `The file names ${names.join(', ')} without an account number.`;
    this.reader.subject = {};
    this.reader.complain('I03', this.block.header.row + 1, undefined, { message, fix: 'Choose the account that the rows belong to; a file may hold one such account.' });
  }
}

/** Anything that says what is held, or how much of it. */
const isHolding = (line: Line<HoldingField>): boolean => (['symbol', 'description', 'quantity', 'value'] as const).some((field) => line.text(field) !== null);
