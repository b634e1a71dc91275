import { makeStyles, tokens } from '@fluentui/react-components';
import { counted } from '../../../shared/counted';
import type { Issue } from '../../../shared/issue';
import { SeverityMark } from '../SeverityMark';
import { tests } from './import-words';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: { display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: tokens.spacingHorizontalS },
});

/** Tests of units and signs: what holds, and how many rows do not. */
export function ImportTests({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Tests">
      {tests.map(({ code, name, fails }) => {
        const found = issues.filter((issue) => issue.code === code);
        const rows = found.reduce((sum, issue) => sum + issue.rows, 0);
        return (
          <li key={code} className={styles.item}>
            <SeverityMark kind={rows > 0 ? 'warn' : 'good'} />
            <span>{rows > 0 ? `${name}: ${counted(rows, 'row')} ${fails}` : name}</span>
          </li>
        );
      })}
    </ul>
  );
}
