import Decimal from 'decimal.js';
import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { importIssue } from '../issues';
import { readDay } from '../table/values';
import { currencyOfCash, findAssetType, isCash, readCusip } from './security';

/**
 * Pershing, standard file "Global customer position" (GCUS): what Pershing sends firms each night, a record of 750 characters a line.
 *
 * ```
 * BOF      PERSHING GLOBAL CUST POS    DATA OF  06/04/2026 TO REMOTE …
 * GCA00000001ABC310211146090E103    46090E103US  803ABCSUSD2026060420260604000000000181400000+…   record A: a position
 * GCB00000001ABC310211146090E103 …                                                               record B: more about the same one
 * EOF      PERSHING …  TOTAL DETAIL RECORDS: 0000000002
 * ```
 *
 * Numbers have no point: a quantity has five decimals, a value three, and the sign stands behind.
 */
export const pershingGcus: ImportFormat = {
  title: 'Pershing, standard file GCUS of customer positions (text)',
  ofText: true,
  about: [
    'The nightly file *Global customer position* that Pershing sends to firms. It covers all accounts and has neither costs nor lots.',
    'The quantity is that of the trade date with pending splits, as NetX360 shows it. The last digit of the account number in the file is its type: 1 cash, 2 margin, 3 short.',
    'A value in another currency is marked with its currency.',
  ],
  recognizes: ({ text }) => (recordsOf(text.slice(0, 20_000)).length > 0 ? (opening.test(text) ? 1 : 0.9) : opening.test(text) ? 0.6 : 0),
  read,
};

const opening = /^\uFEFF?BOF\s+PERSHING\s+GLOBAL CUST POS/;
const recordA = /^(?:GC|M1)A\d{8}[0-9A-Z]{10}/;
const accountTypes: Readonly<Record<string, string>> = { 0: 'COD', 1: 'CASH', 2: 'MARGIN', 3: 'SHORT' };

interface RecordLine {
  readonly text: string;
  readonly line: number;
}

const linesOf = (text: string): RecordLine[] => text.split(/\r\n|\n|\r/).map((content, index) => ({ text: content.replace(/^\uFEFF/, ''), line: index + 1 }));
const recordsOf = (text: string): RecordLine[] => linesOf(text).filter((record) => recordA.test(record.text) && isWhole(record));

/** Up to the value's sign; what follows may have been trimmed. */
const isWhole = ({ text }: RecordLine): boolean => text.length >= 683;

function read(file: CustodianFile): Contents {
  const lines = linesOf(file.text);
  const dated = /DATA OF\s+(\d\d\/\d\d\/\d{4})/.exec(file.text.slice(0, 1000))?.[1];
  const asOf: IsoDate | undefined = readDay(dated) ?? undefined;
  const records = lines.filter(({ text }) => recordA.test(text));
  const issues: Issue[] = records.filter((record) => !isWhole(record)).map(({ text, line }) => cutOff(file, line, text.length));
  const reader = new RecordReader(file, issues);
  const rows = records.filter(isWhole).map((record) => reader.row(record));
  const counted = lines.filter(({ text }) => /^(GC|M1)[A-Z]\d{8}/.test(text)).length;
  const stated = /^EOF\s.*TOTAL DETAIL RECORDS:\s*(\d+)/m.exec(file.text)?.[1];
  if (stated !== undefined && Number(stated) !== counted) issues.push(wrongCount(file, Number(stated), counted));
  return { asOf, rows, issues };
}

/** Reads fields by their place in a record, counted from 0, as Pershing's layout gives them. */
class RecordReader {
  constructor(
    private readonly file: CustodianFile,
    private readonly issues: Issue[],
  ) {}

  row(record: RecordLine): ImportRow {
    const { text, line } = record;
    const field = (from: number, to: number): string | null => text.slice(from, to).trim() || null;
    const cusip = field(21, 30);
    const symbol = field(434, 443);
    const description = descriptionOf(text);
    const currency = field(661, 664) ?? field(54, 57);
    const [traded, split] = [this.amount(record, 73, 5, 'Trade Date Quantity'), this.amount(record, 282, 5, 'Pending Split Quantity')];
    const quantity = traded === null ? null : new Decimal(traded).plus(split ?? 0).toNumber();
    const marketValue = this.amount(record, 664, 3, 'Trade Date Liquidating Value');
    const owner = { account: field(11, 20), accountName: field(513, 523), accountType: accountTypes[text[20]] ?? null, description, currency };
    if (text[53] === 'C' || isCash({ cusip, symbol, description })) {
      const money = currencyOfCash(cusip) ?? currency;
      return importRow('cash', line, { ...owner, symbol: money, quantity, price: 1, marketValue: quantity, assetType: 'cash', currency: money });
    }
    // Pershing fills the symbol of a security that has none with its CUSIP.
    const ticker = symbol === cusip ? null : symbol;
    const described = { cusip, symbol: ticker, description, quantity, price: null, marketValue, fixedIncome: hasMaturity(text) ? 1 : null };
    const assetType = hasStrike(text) ? 'option' : findAssetType(described);
    return importRow('position', line, { ...owner, symbol: ticker, cusip: readCusip(cusip), quantity, marketValue, assetType });
  }

  /** Eighteen digits without their point, and a sign; null when blank. */
  private amount({ text, line }: RecordLine, from: number, decimals: number, name: string): number | null {
    const [digits, sign] = [text.slice(from, from + 18), text[from + 18]];
    if (digits.trim() === '') return null;
    if (/^\d{18}$/.test(digits) && /[+\- ]/.test(sign)) {
      const size = new Decimal(digits).div(new Decimal(10).pow(decimals)).toNumber();
      return sign === '-' && size !== 0 ? -size : size;
    }
    const found = `${digits}${sign}`;
    this.issues.push(importIssue('I02', { file: this.file.name, line, header: name }, { found, message: `${name} is “${found}” on line ${line}, which is not a number.` }));
    return null;
  }
}

/** The description's six lines of twenty characters. */
function descriptionOf(text: string): string | null {
  const lines = Array.from({ length: 6 }, (_none, k) => text.slice(537 + k * 20, 557 + k * 20).trim());
  return lines.filter(Boolean).join(' ') || null;
}

const hasStrike = (text: string): boolean => /[1-9]/.test(text.slice(450, 468));
const hasMaturity = (text: string): boolean => /^[1-9]\d{7}$/.test(text.slice(469, 477));

function cutOff(file: CustodianFile, line: number, length: number): Issue {
  const message = `The record on line ${line} has ${length} characters of 750 and was left out.`;
  return importIssue('I02', { file: file.name, line }, { message, fix: 'Maybe the file was cut off here, or an editor trimmed its lines.' });
}

function wrongCount(file: CustodianFile, stated: number, found: number): Issue {
  const message = `The file says that it has ${stated} records; ${found} were found.`;
  return importIssue('H13', { file: file.name }, { message, fix: 'Maybe the file was cut off or edited.' });
}
