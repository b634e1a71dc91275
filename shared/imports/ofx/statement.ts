import { toCents, type IsoDate } from '../../units';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { RecordReader } from '../table/record';
import type { Line } from '../table/line';
import { addsUp, sumKnown } from '../table/sums';
import { ofxFields, type OfxField } from './fields';
import { positionElements, positionRow, type Owner } from './positions';
import { Securities } from './securities';
import { ofxSpelling } from './spelling';
import { transactionElements, transactionRow } from './transactions';
import { findAll, findFirst, leaves, parseOfx, type OfxNode } from './tree';

/**
 * OFX and QFX, as most custodians offer them for Quicken. Version 1 has no end tags for leaves, version 2 is XML:
 *
 * ```
 * <INVSTMTRS><DTASOF>20261120<CURDEF>USD<INVACCTFROM><BROKERID>example.com<ACCTID>00012345</INVACCTFROM>   a statement
 *   <INVTRANLIST>…<BUYSTOCK><INVBUY><INVTRAN><FITID>1<DTTRADE>20261102…                                     transactions
 *   <INVPOSLIST><POSSTOCK><INVPOS><SECID><UNIQUEID>922908769…<UNITS>24<UNITPRICE>310<MKTVAL>7440…           positions
 *   <INVBAL><AVAILCASH>812.50<MARGINBALANCE>0…</INVSTMTRS>                                                  cash
 * <SECLIST><STOCKINFO>…<UNIQUEID>922908769…<TICKER>VTI…                                                     names of the securities
 * ```
 */
export const ofxStatement: ImportFormat = {
  title: 'OFX or QFX, investment statement (OFX)',
  ofText: true,
  about: [
    'Offered as *Quicken*, *Web Connect* or *OFX* by most custodians. Positions, cash and transactions are read, of all accounts in the file.',
    'OFX has no lots and no cost: each position is one lot of unknown date and unknown basis.',
    'A security without a ticker keeps its CUSIP and name. Bonds are face amount and price per 100.',
    'Available cash covers all sub-accounts, so a margin balance is said but not added to it.',
    'Where a fund at a price of 1 is worth exactly the available cash, it is that cash, and counted once, as the fund.',
  ],
  recognizes: ({ text }) => (/<OFX[\s>]/i.test(text.slice(0, 8000)) ? 1 : /^\uFEFF?\s*(?:OFXHEADER:|<\?OFX)/i.test(text) ? 0.9 : 0),
  read,
};

const statements: ReadonlySet<string> = new Set(['INVSTMTRS', 'STMTRS']);

function read(file: CustodianFile): Contents {
  const { root, fault } = parseOfx(file.text);
  const reader = new RecordReader<OfxField>(file.name, ofxFields, ofxSpelling);
  const reading = new Reading(reader, new Securities(root));
  const found = findAll(root, statements);
  for (const statement of found) reading.add(statement);
  if (fault) reader.complain('I01', fault.line, undefined, {
    message: `The file ${fault.problem} on line ${fault.line}; what it holds there was not read.`,
    fix: 'Maybe the download was cut off: download it again.',
  });
  const nothing = importIssue('I01', { file: file.name }, {
    message: 'The file has no investment or bank statement.',
    fix: 'Maybe the custodian answered with an error, or it is a credit card’s file.',
  });
  return { asOf: reading.asOf, rows: reading.rows, issues: found.length === 0 && !fault ? [nothing] : reader.issues };
}

/** One pass over the statements of a file. */
class Reading {
  readonly rows: ImportRow[] = [];
  asOf?: IsoDate;
  private readonly seen = new Set<string>();

  constructor(
    private readonly reader: RecordReader<OfxField>,
    private readonly securities: Securities,
  ) {}

  add(statement: OfxNode): void {
    const top = this.reader.record(ownLeaves(statement), statement.line);
    const owner: Owner = { account: top.text('account'), currency: top.text('defaultCurrency') };
    this.reader.subject = owner;
    if (owner.account === null) this.reader.complain('I03', statement.line, undefined, {
      message: `The statement on line ${statement.line} does not name its account.`,
      fix: 'Maybe ACCTID was removed; choose the account.',
    });
    const day = top.day('asOf');
    if (day !== null && day > (this.asOf ?? '')) this.asOf = day;
    const positions = this.each(statement, positionElements, (name, line, node) => positionRow(name, line, this.securities.find(node), owner));
    const cash = this.cash(statement, owner, positions);
    this.checkWorth(statement, positions, cash, owner);
    const transactions = this.each(statement, transactionElements, (name, line, node) => this.once(name, transactionRow(name, line, this.securities.find(node), owner)));
    this.rows.push(...positions, ...cash, ...transactions);
  }

  /** Every complete element of these names, as a row. */
  private each(
    statement: OfxNode, names: ReadonlySet<string>, rowOf: (name: string, line: Line<OfxField>, texts: ReadonlyMap<string, string>) => ImportRow,
  ): ImportRow[] {
    const account = this.reader.subject.account;
    return findAll(statement, names).filter(({ closed }) => closed).map((node) => {
      const texts = leaves(node, ['ORIGCURRENCY', 'BANKACCTTO', 'CCACCTTO']);
      this.reader.subject = { account, symbol: this.securities.find(texts).symbol };
      return rowOf(node.name, this.reader.record(texts, node.line), texts);
    });
  }

  /** The same transaction may be in two statements of one file. */
  private once(name: string, row: ImportRow): ImportRow {
    const key = JSON.stringify([name, { ...row, line: 0 }]);
    const repeats = row.transactionId !== null && this.seen.has(key);
    this.seen.add(key);
    return repeats ? { ...row, kind: 'skip' } : row;
  }

  private cash(statement: OfxNode, { account, currency }: Owner, positions: readonly ImportRow[]): ImportRow[] {
    const node = findFirst(statement, 'INVBAL') ?? findFirst(statement, 'LEDGERBAL');
    if (!node?.closed) return [];
    const line = this.reader.record(leaves(node, ['BALLIST']), node.line);
    const balance = line.amount('availableCash') ?? line.amount('balance');
    const margin = line.amount('margin');
    const known = { account, currency, symbol: 'CASH', price: 1, assetType: 'cash' } as const;
    const isFund = positions.some((row) => row.kind === 'position' && row.price === 1 && row.marketValue === balance && balance !== 0);
    const rows = balance === null ? [] : [importRow(isFund ? 'skip' : 'cash', node.line, { ...known, quantity: balance, marketValue: balance })];
    if (!margin) return rows;
    this.complainOfMargin(node, margin, account);
    return [...rows, importRow('skip', node.line, { ...known, quantity: margin, marketValue: margin, accountType: 'MARGIN' })];
  }

  private complainOfMargin({ line }: OfxNode, margin: number, account: string | null): void {
    this.reader.subject = { account };
    this.reader.complain('I12', line, 'margin', {
      found: String(margin),
      message: `The margin balance on line ${line} is ${margin}; it was not added to the cash.`,
      fix: 'Maybe available cash does not include it: compare with the custodian’s balance.',
    });
  }

  /** Some brokers state the account's net worth among the balances. */
  private checkWorth(statement: OfxNode, positions: readonly ImportRow[], cash: readonly ImportRow[], owner: Owner): void {
    const worth = findAll(statement, new Set(['BAL'])).find((node) => /^net ?worth$/i.test(leaves(node).get('NAME') ?? ''));
    const stated = worth && ofxSpelling.readAmount(leaves(worth).get('VALUE') ?? '');
    const counted = [...positions, ...cash].filter(({ kind }) => kind !== 'skip');
    if (!worth?.closed || !stated || counted.length === 0) return;
    const worths = counted.map(({ marketValue }) => marketValue);
    if (addsUp(worths, stated)) return;
    this.reader.subject = owner;
    this.reader.complain('H13', worth.line, undefined, {
      message: `Positions and cash add up to ${toCents(sumKnown(worths) ?? 0)}, but the net worth on line ${worth.line} is ${toCents(stated)}.`,
      fix: 'Maybe a money fund is counted both as a position and as cash, or money was borrowed.',
    });
  }
}

/** The leaves that describe a statement itself: those at its top and of its account. */
function ownLeaves(statement: OfxNode): ReadonlyMap<string, string> {
  const lists = statement.children.filter(({ name, children }) => children.length > 0 && !/ACCTFROM$|^LEDGERBAL$/.test(name)).map(({ name }) => name);
  return leaves(statement, lists);
}
