import { importRow, type Contents, type CustodianFile, type ImportRow } from '../format';
import type { Block } from '../table/blocks';
import { complainOfCut, isCutOff } from '../table/cut';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { checkTotal } from '../table/total';
import type { Owner } from './account';
import { asMoney, holdingFields, readHolding, type HoldingField } from './holding';
import { isCore } from './security';

/** One pass over the holdings: rows of one cell say whose and of what kind the rows below are. */
export class StatementReading {
  private readonly rows: ImportRow[] = [];
  private readonly reader: LineReader<HoldingField>;
  private owner: Owner = { account: null, accountName: null };
  private isCoreAccount = false;
  private counted = 0;

  constructor(
    private readonly file: CustodianFile,
    private readonly block: Block<HoldingField>,
    private readonly owners: ReadonlyMap<string, string | null>,
  ) {
    this.reader = new LineReader(file, block.table, block.header, holdingFields);
  }

  contents(): Contents {
    for (const line of this.reader.lines(this.block.end)) this.add(line);
    return { rows: this.rows, issues: this.reader.issues };
  }

  private add(line: Line<HoldingField>): void {
    const label = line.text('symbol') ?? '';
    this.reader.subject = { ...this.owner, symbol: label || null };
    if (/^(?:sub)?total\b/i.test(label)) this.addTotal(line);
    else if (line.cells.filter((cell) => cell.trim() !== '').length === 1) this.addLabel(label);
    else if (isCutOff(this.file, this.block, line.number - 1)) complainOfCut(this.reader, line);
    else if (!isSentence(line.cells)) this.addHeld(line);
  }

  private addLabel(label: string): void {
    if (this.owners.has(label) || /^[A-Z]{0,3}\d{6,}$/i.test(label)) {
      this.owner = { account: label, accountName: this.owners.get(label) ?? null };
      this.isCoreAccount = false;
    } else if (label.split(/\s+/).length < 7) this.isCoreAccount = /^core account/i.test(label);
  }

  private addHeld(line: Line<HoldingField>): void {
    const held = readHolding(line, this.reader);
    const isMoney = this.isCoreAccount || isCore(line.text('symbol'), line.text('description'), held.price ?? null);
    this.push(line, isMoney ? 'cash' : 'position', isMoney ? asMoney(held) : held);
  }

  private addTotal(line: Line<HoldingField>): void {
    const marketValue = line.amount('value');
    const parts = this.rows.slice(this.counted).map((row) => row.marketValue);
    this.push(line, 'total', { description: line.text('symbol'), marketValue, costBasis: line.amount('cost') });
    this.counted = this.rows.length;
    if (parts.length === 0) return;
    checkTotal(this.reader, { line: line.number, field: 'value', total: marketValue, parts, what: `The rows above “${line.text('symbol') ?? 'Total'}”` });
  }

  private push(line: Line<HoldingField>, kind: ImportRow['kind'], known: Partial<ImportRow>): void {
    this.rows.push(importRow(kind, line.number, this.owner, known));
  }
}
