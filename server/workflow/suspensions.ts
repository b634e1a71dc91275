import type { Issue } from '../../shared/issue';
import type { Suspension } from './unit';

/** Which accounts the issues of a book leave out, and why: the first `skip` issue of each account speaks for it. */
export function suspensions(issues: readonly Issue[]): Map<string, Suspension> {
  const found = new Map<string, Suspension>();
  for (const issue of issues) {
    if (issue.severity !== 'skip') continue;
    for (const account of issue.accounts ?? []) {
      if (!found.has(account)) found.set(account, suspension(issue));
    }
  }
  return found;
}

/** Why an issue leaves an account out; `more` follows its message. */
export function suspension({ code, message, fix, sheet, cell }: Issue, more = ''): Suspension {
  return {
    code, reason: `${message}${more}`,
    fix: fix ?? 'Mend the data and run again.',
    source: sheet ? `${sheet}${cell ? `!${cell}` : ''}` : undefined,
  };
}
