import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { counted } from '../../../shared/counted';
import { importStops, openAccounts, type ImportState } from '../../session/import-state';
import { isBusy } from '../../session/state';
import { useSession, useSessionState } from '../use-session';
import { FileCard } from './FileCard';
import { ImportStart } from './ImportStart';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  next: { alignSelf: 'flex-start', minHeight: '44px' },
});

/** What each file is, and what has to be said about it before it can be compared. */
export function LookStep({ importing }: { readonly importing: ImportState }) {
  const styles = useStyles();
  const { imports } = useSession();
  const busy = isBusy(useSessionState());
  const stops = importStops(importing);
  const open = openAccounts(importing);
  return (
    <>
      <ul className={styles.list} aria-label="Files">
        {importing.plan.files.map((file, index) => (
          <FileCard key={`${importing.files[index].sha256} ${index}`} file={file} look={importing.looks[index]} index={index} importing={importing} />
        ))}
      </ul>
      <ImportStart more />
      {open > 0 && <p className={styles.text}>{counted(open, 'account')} of the files will be left out unless you choose {open === 1 ? 'it' : 'them'} above.</p>}
      {stops > 0 && <p className={styles.text}>{stops === 1 ? 'One thing stops the import.' : `${counted(stops, 'thing')} stop the import.`} See above, or leave that file out.</p>}
      <Button appearance="primary" className={styles.next} disabledFocusable={busy || stops > 0} onClick={() => imports.show('preview')}>
        Show what would change
      </Button>
    </>
  );
}
