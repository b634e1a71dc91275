import Decimal from 'decimal.js';
import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import type { ImportRow } from '../format';
import { importIssue } from '../issues';
import { groupPositions } from '../positions';
import type { MappedSource } from './import-source';

/** Which file speaks for which position and which cash. */
export interface Choice {
  /** True when the row of the file with this index is taken. */
  readonly takes: (source: number, row: ImportRow) => boolean;
  readonly issues: readonly Issue[];
}

/** What one file says of one position, or of an account's cash. */
interface Claim {
  readonly source: number;
  readonly file: string;
  readonly asOf: IsoDate;
  readonly quantity: number;
  readonly hasParent: boolean;
  readonly lots: number;
}

/** Of files that speak of the same position the newest counts; of equally new ones, lots stand in for a position when they add up to it. */
export function chooseFiles(sources: readonly MappedSource[]): Choice {
  const claims = new Map<string, Claim[]>();
  sources.forEach((source, index) => {
    for (const [key, claim] of claimsOf(source, index)) claims.set(key, [...(claims.get(key) ?? []), claim]);
  });
  const issues: Issue[] = [];
  const chosen = new Map<string, number>();
  for (const [key, list] of claims) {
    const { claim, issue } = choose(key, list);
    chosen.set(key, claim.source);
    if (issue) issues.push(issue);
  }
  return { issues, takes: (source, row) => (chosen.get(keyOf(row)) ?? source) === source };
}

/** Positions by account and symbol, cash by account. Other rows have no rival. */
function keyOf({ kind, account, symbol }: ImportRow): string {
  if (kind === 'cash') return `${account ?? ''} › CASH\u0000`;
  return kind === 'position' || kind === 'lot' ? `${account ?? ''} › ${(symbol ?? '').toUpperCase()}` : '\u0000';
}

function claimsOf({ name, asOf = '', rows }: MappedSource, source: number): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  const add = (row: ImportRow, quantity: number, hasParent: boolean, lots: number): void => {
    const before = claims.get(keyOf(row));
    claims.set(keyOf(row), {
      source, file: name, asOf,
      quantity: new Decimal(before?.quantity ?? 0).plus(quantity).toNumber(),
      hasParent: hasParent || before?.hasParent === true,
      lots: lots + (before?.lots ?? 0),
    });
  };
  for (const { parent, lots } of groupPositions(rows)) {
    const sum = lots.reduce((total, { quantity }) => total.plus(quantity ?? 0), new Decimal(0)).toNumber();
    add(parent ?? lots[0], parent?.quantity ?? sum, parent !== undefined, lots.length);
  }
  for (const row of rows) if (row.kind === 'cash') add(row, row.quantity ?? 0, true, 0);
  return claims;
}

interface Chosen {
  readonly claim: Claim;
  readonly issue?: Issue;
}

function choose(key: string, claims: readonly Claim[]): Chosen {
  const newest = claims.map(({ asOf }) => asOf).sort().at(-1) ?? '';
  const current = claims.filter(({ asOf }) => asOf === newest || asOf === '');
  const main = current.find(({ hasParent }) => hasParent) ?? current[0];
  const agree = current.filter((claim) => new Decimal(claim.quantity).minus(main.quantity).abs().lte(0.0005 * (claim.lots + 1)));
  const [claim] = [...agree].sort((a, b) => b.lots - a.lots);
  const rival = current.find((other) => !agree.includes(other)) ?? claims.find((other) => !current.includes(other) && other.quantity !== claim.quantity);
  return rival ? { claim, issue: differ(key, claim, rival, main) } : { claim };
}

function differ(key: string, taken: Claim, other: Claim, main: Claim): Issue {
  const [account, symbol] = key.replace('\u0000', '').split(' › ');
  const isLots = !other.hasParent && main.hasParent && other.asOf === taken.asOf;
  return importIssue(isLots ? 'I04' : 'I23', { file: other.file }, {
    rowKey: `${account} › ${symbol}`,
    accounts: [account],
    message: isLots
      ? `${symbol} of ${account} is ${taken.quantity} in ${taken.file}, but its lots in ${other.file} add up to ${other.quantity}; the position was taken without lots.`
      : `${symbol} of ${account} is ${taken.quantity} in ${taken.file} and ${other.quantity} in ${other.file}; the first was taken.`,
    fix: other.asOf < taken.asOf ? undefined : 'Maybe the files are of different days.',
  });
}
