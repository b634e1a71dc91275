import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { PlannedFile } from '../../../shared/imports/into/plan-import';
import type { FileLook, ImportState } from '../../session/import-state';
import { groupIssues } from '../../session/group-issues';
import { useSession } from '../use-session';
import { AccountChoices } from './AccountChoices';
import { ColumnChoices } from './ColumnChoices';
import { ImportIssue } from './ImportIssue';
import { rowWords } from './import-words';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  faint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  issues: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Accounts are chosen in the card itself. */
const askedHere = new Set(['I03', 'I20', 'I21']);
/** Kinds of problems in view; all are in the preview. */
const shown = 4;

interface Props {
  readonly file: PlannedFile;
  readonly look: FileLook;
  readonly index: number;
  readonly importing: ImportState;
}

/** One file: its layout, day and rows, the accounts and columns that are in doubt, and what could not be read. */
export function FileCard({ file, look, index, importing }: Props) {
  const styles = useStyles();
  const { imports } = useSession();
  const { name, reading, isKnown, columns } = file;
  const issues = groupIssues(importing.plan.issues.filter(({ sheet, code }) => sheet === name && !askedHere.has(code)));
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={`Leave ${name} out`} onClick={() => imports.remove(index)} />
      </div>
      <p className={styles.text}>{look.title ?? 'We don’t know this layout.'}</p>
      {look.title && (
        <p className={styles.faint}>
          {[`${Math.round(reading.confidence * 100)}% sure`, reading.asOf ? `as of ${reading.asOf}` : 'states no day', rowWords(look)].join(' · ')}
        </p>
      )}
      <AccountChoices file={file} index={index} accountIds={importing.plan.accountIds} />
      {issues.length > 0 && (
        <ul className={styles.issues} aria-label={`What is wrong with ${name}`}>
          {issues.slice(0, shown).map((group) => (
            <ImportIssue key={`${group.severity} ${group.code}`} group={group} />
          ))}
        </ul>
      )}
      {issues.length > shown && <p className={styles.faint}>{issues.length - shown} more are shown in the next step.</p>}
      {look.tables.map((table) => (
        <ColumnChoices key={`${table.sheet} ${table.line}`} table={table} index={index} usedBefore={isKnown && importing.files[index].columns === undefined && columns !== undefined} open={!isKnown} />
      ))}
    </li>
  );
}
