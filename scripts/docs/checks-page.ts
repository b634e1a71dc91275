import { checkCatalogue, type Check } from '../../shared/checks';
import { consequences } from './check-page';
import { isolation } from './isolation-section';
import { page, table } from './markdown';
import { readingChecks } from './reading-checks';

const link = (code: string): string => `[${code}](checks/${code}.md)`;

/** The page `docs/checks.md`: every code with its severity and what it catches; each leads to its own page. */
export function checksPage(): string {
  const checks = Object.entries(checkCatalogue as Readonly<Record<string, Check>>);
  return page(
    '# Checks',
    'Each issue names its cell, the value found, and the way out. Codes are stable: a code is never reused for something else.',
    table(
      ['Severity', 'What happens'],
      Object.entries(consequences).map(([severity, words]) => [`**${severity}**`, words]),
    ),
    '## While cells are read',
    'Severity is the worst the code can have; a milder reading is reported as such.',
    table(
      ['Code', 'Severity', 'Catches'],
      Object.entries(readingChecks).map(([code, [severity, catches]]) => [link(code), severity, catches]),
    ),
    '## Once tables are read',
    'Faults in a model that no account follows are warnings ([decision 0011](decisions/0011-drafts-do-not-stop-a-run.md)).',
    table(
      ['Code', 'Severity', 'Catches'],
      checks.map(([code, { severity, catches }]) => [link(code), severity, catches]),
    ),
    ...isolation(checks),
  );
}
