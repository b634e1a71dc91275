import type { Issue } from '../../issue';
import type { CustodianFile, ImportRow } from '../format';
import { importIssue, type ImportCode } from '../issues';
import { claimCost, claimFlow, claimGain, claimSign, claimTrade, claimValue, type Claim } from './claims';

/** Something that the figures of a row must satisfy. */
interface Equation {
  readonly code: ImportCode;
  /** Undefined for a row of another kind, or where a figure is not known. */
  readonly claim: (row: ImportRow) => Claim | undefined;
  /** The contradiction, after “Line 5 has ”. */
  readonly words: (row: ImportRow) => string;
}

const equations: readonly Equation[] = [
  {
    code: 'H07',
    claim: claimValue,
    words: ({ quantity, price, marketValue }) => `a quantity of ${quantity} at a price of ${price}, but a value of ${marketValue}`,
  },
  {
    code: 'H07',
    claim: claimSign,
    words: ({ quantity, marketValue }) => `a quantity of ${quantity}, but a value of ${marketValue}`,
  },
  {
    code: 'I09',
    claim: claimCost,
    words: ({ quantity, unitCost, costBasis }) => `a quantity of ${quantity} at a cost of ${unitCost} each, but a cost of ${costBasis} in total`,
  },
  {
    code: 'I14',
    claim: claimGain,
    words: ({ proceeds, costBasis, gain }) => `proceeds of ${proceeds} and a cost of ${costBasis}, but a gain of ${gain}`,
  },
  {
    code: 'I14',
    claim: claimTrade,
    words: ({ quantity, price, amount }) => `${quantity === null ? 'no quantity' : `a quantity of ${quantity}`} at a price of ${price}, but an amount of ${amount}`,
  },
  {
    code: 'I14',
    claim: claimFlow,
    words: ({ action, amount }) => `the action ${action}, but an amount of ${amount}`,
  },
];

/**
 * Rows whose own figures contradict each other: quantity × price is the value, proceeds less cost the gain. Where most rows of a file agree
 * to the last digit, so must all; else there is leeway, as values may be of another moment than prices.
 */
export function complainOfOddFigures(file: CustodianFile, rows: readonly ImportRow[], before: readonly Issue[]): Issue[] {
  const told = new Set(before.map(({ code, cell }) => `${code} ${/\d+$/.exec(cell ?? '')?.[0]}`));
  return equations.flatMap(({ code, claim, words }) => {
    const claims = rows.map(claim).filter((one) => one !== undefined);
    return oddOnes(claims).filter(({ line }) => !told.has(`${code} ${line}`)).map((row) =>
      importIssue(code, { file: file.name, line: row.line }, {
        rowKey: row.symbol ?? undefined,
        accounts: row.account === null ? undefined : [row.account],
        message: `Line ${row.line} has ${words(row)}.`,
        fix: 'Maybe a cell was edited, or cells of the row have shifted.',
      }));
  });
}

function oddOnes(claims: readonly Claim[]): ImportRow[] {
  const exact = claims.filter(({ gap, rounding }) => gap <= rounding).length;
  const isSupported = ({ support }: Claim): boolean => support !== null && exact >= support.rows && exact >= (claims.length - 1) * support.part;
  return claims.filter((claim) => claim.gap > claim.leeway || (claim.gap > claim.rounding && isSupported(claim))).map(({ row }) => row);
}
