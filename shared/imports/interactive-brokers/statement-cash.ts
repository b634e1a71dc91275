import type { Issue } from '../../issue';
import { importRow, type ImportRow } from '../format';
import type { Fields } from '../table/header';
import { settleCash } from './holdings';
import { kindOf, sectionLines, type Section } from './statement-section';

const fields = {
  item: ['Currency Summary', 'Summary'],
  currency: ['Currency'],
  account: ['Account'],
  total: ['Total'],
} satisfies Fields;

/** What the parts of a statement's Cash Report hold. */
export interface Cash {
  readonly rows: readonly ImportRow[];
  readonly issues: readonly Issue[];
}

/** The `Ending Cash` of each currency; where only the base currency's summary is there, that. A row of another kind may part the report. */
export function readCash(sections: readonly Section[]): Cash {
  const base = new Set<number>();
  const parts = sections.map((section) => readPart(section, base));
  return { rows: settleCash(parts.flatMap(({ rows }) => rows), ({ line }) => base.has(line)), issues: parts.flatMap(({ issues }) => issues) };
}

function readPart(section: Section, base: Set<number>): Cash {
  const { reader, end } = sectionLines<keyof typeof fields>(section, fields, ['item', 'currency', 'total']);
  const rows: ImportRow[] = [];
  for (const line of reader.lines(end)) {
    if (kindOf(line) !== 'data' || line.text('item')?.toLowerCase() !== 'ending cash') continue;
    const account = line.text('account') ?? section.facts.account;
    reader.subject = { account };
    const currency = line.text('currency');
    const isBase = !/^[A-Z]{3}$/.test(currency ?? '');
    if (isBase) base.add(line.number);
    const balance = line.amount('total');
    rows.push(
      importRow('cash', line.number, {
        account,
        accountName: section.facts.accountName,
        symbol: 'CASH',
        quantity: balance,
        price: 1,
        marketValue: balance,
        assetType: 'cash',
        currency: isBase ? section.facts.baseCurrency : currency,
      }),
    );
  }
  return { rows, issues: reader.issues };
}
