import { checkCatalogue, type Check } from '../../shared/checks';
import type { Severity } from '../../shared/issue';
import { page, table } from './markdown';
import { readingChecks } from './reading-checks';

const consequences = {
  stop: 'the run is refused until it is mended',
  skip: 'the accounts it touches are left out, the others run',
  warn: 'shown, and the run goes on',
  info: 'good to know',
} satisfies Record<Severity, string>;

/** The page `docs/checks.md`: every code with its severity and what it catches. */
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
      Object.entries(readingChecks).map(([code, [severity, catches]]) => [code, severity, catches]),
    ),
    '## Once tables are read',
    'Faults in a model that no account follows are warnings ([decision 0011](decisions/0011-drafts-do-not-stop-a-run.md)).',
    table(
      ['Code', 'Severity', 'Catches'],
      checks.map(([code, { severity, catches }]) => [code, severity, catches]),
    ),
  );
}
