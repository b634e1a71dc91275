import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { counted } from '../../../shared/counted';
import { groupIssues } from '../../session/group-issues';
import { importStops, openAccounts, type ImportState } from '../../session/import-state';
import { isBusy } from '../../session/state';
import { useSession, useSessionState } from '../use-session';
import { AccountChanges } from './AccountChanges';
import { ImportIssue } from './ImportIssue';
import { ImportTests } from './ImportTests';
import { ModePicker } from './ModePicker';
import { MoveList } from './MoveList';
import { PreviewTotals } from './PreviewTotals';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  apply: { minHeight: '44px' },
  back: { minHeight: '44px' },
});

/** Cells from which on Excel may not be able to take a write back. */
const largeWrite = 20_000;
/** Accounts are chosen in the step before. */
const askedBefore = new Set(['I20', 'I21']);

/** The consequences in rows and dollars, before anything is written. */
export function PreviewStep({ importing }: { readonly importing: ImportState }) {
  const styles = useStyles();
  const { imports } = useSession();
  const busy = isBusy(useSessionState());
  const { plan } = importing;
  const issues = groupIssues(plan.issues.filter(({ code }) => !askedBefore.has(code)));
  const cells = plan.edits.edits.reduce((sum, edit) => sum + edit.cells.length, 0);
  const [stops, open] = [importStops(importing), openAccounts(importing)];
  return (
    <>
      <ModePicker mode={plan.preview.mode} busy={busy} />
      <PreviewTotals preview={plan.preview} nothing={stops === 0 && cells === 0 && plan.edits.sheets.length === 0} />
      {open > 0 && <p className={styles.text}>{counted(open, 'account')} of the files {open === 1 ? 'is' : 'are'} left out, because {open === 1 ? 'it was' : 'they were'} not found in Accounts. Go back to choose.</p>}
      <ImportTests issues={plan.issues} />
      <MoveList moves={plan.preview.moves} />
      {issues.length > 0 && (
        <div className={styles.part}>
          <h3 className={styles.heading}>Look at these</h3>
          <ul className={styles.list}>
            {issues.map((group) => (
              <ImportIssue key={`${group.severity} ${group.code}`} group={group} />
            ))}
          </ul>
        </div>
      )}
      <AccountChanges accounts={plan.preview.accounts} />
      {cells > largeWrite && <p className={styles.text}>This writes {cells.toLocaleString('en-US')} cells, and Excel may not be able to undo that. Maybe save a copy first.</p>}
      {stops > 0 && <p className={styles.text}>{stops === 1 ? 'One thing stops' : `${counted(stops, 'thing')} stop`} the import. Nothing was written.</p>}
      <div className={styles.buttons}>
        <Button appearance="primary" className={styles.apply} disabledFocusable={busy || stops > 0} onClick={() => imports.apply()}>
          Apply
        </Button>
        <Button className={styles.back} onClick={() => imports.show('look')}>
          Back
        </Button>
      </div>
    </>
  );
}
