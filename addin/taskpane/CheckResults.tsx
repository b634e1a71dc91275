import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { groupIssues } from '../session/group-issues';
import type { CheckReport } from '../session/state';
import { IssueCard } from './IssueCard';
import { checkSummary } from './check-words';

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  more: { alignSelf: 'flex-start' },
});

/** How many causes are shown before the user asks for all. */
const shownAtFirst = 6;

/** What the last check found, grouped by cause, worst first. */
export function CheckResults({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const groups = groupIssues(report.issues);
  const shown = all ? groups : groups.slice(0, shownAtFirst);
  return (
    <>
      <p className={styles.summary}>{checkSummary(report)}</p>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((group) => (
            <IssueCard key={`${group.severity} ${group.code}`} group={group} />
          ))}
        </ul>
      )}
      {groups.length > shown.length && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show all {groups.length}
        </Button>
      )}
    </>
  );
}
