import type { Issue } from '../../issue';
import type { Contents, CustodianFile, ImportRow } from '../format';
import { importIssue } from '../issues';

/** `15/04/2026`, with either part first; days in points or words tell their own order. */
const numbered = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/;

/**
 * Days are read with the month first, as US custodians write them. A spreadsheet elsewhere may have turned them: then some cannot be read,
 * and days up to the 12th are read wrong without a sign. So days that are only ones with their day first make the others doubtful,
 * unless some can only be read with the month first.
 */
export function complainOfDayOrder({ name, tables }: CustodianFile, { rows, issues }: Contents): Issue[] {
  if (issues.some(({ code }) => code === 'I10')) return [];
  const taken = new Set(rows.filter(({ kind }) => kind !== 'skip').map(({ line }) => line - 1));
  let [dayFirst, doubtful]: (Doubt | undefined)[] = [];
  for (const { cells } of tables) {
    for (const row of taken) {
      for (const cell of cells[row] ?? []) {
        const [, first, second] = numbered.exec(cell.trim()) ?? [];
        if (first === undefined) continue;
        if (Number(second) > 12) return [];
        if (Number(first) > 12) dayFirst ??= { cell, line: row + 1 };
        else if (Number(first) !== Number(second)) doubtful ??= { cell, line: row + 1 };
      }
    }
  }
  return dayFirst && doubtful ? [turned(name, dayFirst, doubtful)] : [];
}

interface Doubt {
  readonly cell: string;
  /** Line of the file. */
  readonly line: number;
}

function turned(file: string | undefined, dayFirst: Doubt, doubtful: Doubt): Issue {
  const message = `“${dayFirst.cell}” on line ${dayFirst.line} has its day before its month, so days like “${doubtful.cell}” on line ${doubtful.line} may have the two exchanged.`;
  return importIssue('I10', { file, line: doubtful.line }, { found: doubtful.cell, message, fix: 'Maybe a spreadsheet wrote the days anew; use the file as it was downloaded.' });
}

/** Days by which what a file tells may lie after its own day: its prices may be older. */
const ahead = 7;

/** Rows of a day after that of the file, whose day and month may be exchanged. */
export function complainOfFuture({ name }: CustodianFile, { rows, asOf }: Contents): Issue[] {
  if (asOf === undefined) return [];
  const daysOf = ({ kind, acquired, closed, date }: ImportRow) => (kind === 'skip' ? [] : [acquired, closed, date].filter((day) => day !== null));
  const last = Date.parse(asOf) + ahead * 86_400_000;
  return rows.flatMap((row) => {
    const late = daysOf(row).find((day) => Date.parse(day) > last);
    if (late === undefined) return [];
    const about = { rowKey: row.symbol ?? undefined, accounts: row.account === null ? undefined : [row.account], found: late };
    return [importIssue('I10', { file: name, line: row.line }, { ...about, message: `Line ${row.line} is of ${late}, after the day of the file, ${asOf}.`, fix: 'Maybe its day and month are exchanged.' })];
  });
}
