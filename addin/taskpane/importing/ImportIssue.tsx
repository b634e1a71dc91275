import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../../shared/counted';
import type { IssueGroup } from '../../session/group-issues';
import { SeverityMark } from '../SeverityMark';
import { importSeverityWords } from './import-words';

const useStyles = makeStyles({
  item: { display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: tokens.spacingHorizontalS },
  body: { minWidth: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  fix: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  meta: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** Places named of one cause. */
const placesShown = 3;

/** One cause: what is wrong in a file or with what it would change, where, and the way out. */
export function ImportIssue({ group }: { readonly group: IssueGroup }) {
  const styles = useStyles();
  const { first, issues, severity, code, rows } = group;
  const places = issues.slice(0, placesShown).flatMap(({ sheet, cell }) => (sheet && cell ? [`${sheet}!${cell}`] : []));
  const words = importSeverityWords[severity];
  return (
    <li className={styles.item}>
      <SeverityMark kind={severity} label={words} />
      <div className={styles.body}>
        <p className={styles.text}>{first.message}</p>
        {first.fix && <Fix text={first.fix} />}
        <p className={styles.meta}>{[words, code, ...(rows > 1 ? [counted(rows, 'row')] : []), ...places].join(' · ')}</p>
      </div>
    </li>
  );
}

/** Beyond this a way out is a list, and its first sentence stands for it. */
const longest = 200;

function Fix({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const isLong = text.length > longest;
  return (
    <>
      <p className={styles.fix}>{isLong && !all ? text.slice(0, text.indexOf('. ') + 1 || longest) : text}</p>
      {isLong && !all && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show more
        </Button>
      )}
    </>
  );
}
