import { Button, makeStyles } from '@fluentui/react-components';
import { isBusy } from '../session/state';
import { AddSheetMenu } from './AddSheetMenu';
import { EmptyState } from './EmptyState';
import { ImportStart } from './importing/ImportStart';
import { ImportView } from './importing/ImportView';
import { LastCheck } from './LastCheck';
import { MatchTables } from './MatchTables';
import { ReadyList } from './ReadyList';
import { RunProgress } from './RunProgress';
import { Section } from './Section';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({ check: { alignSelf: 'flex-start' } });

/** What the workbook holds, and whether a run can use it. */
export function DataTab() {
  const styles = useStyles();
  const session = useSession();
  const state = useSessionState();
  const { activity, check, tables, workbook } = state;
  const checking =
    activity.kind !== 'idle' && activity.kind !== 'stopped' && 'then' in activity && activity.then !== 'run' ? activity : undefined;
  if ((workbook === 'empty' || workbook === 'no tables') && !checking && !check) return <EmptyState empty={workbook === 'empty'} />;
  if (state.importing) return <ImportView importing={state.importing} activity={checking} />;
  return (
    <>
      {workbook === 'some tables' && !checking && (
        <Section title="Import">
          <ImportStart />
        </Section>
      )}
      <Section title="Ready?">
        <ReadyList tables={tables} checked={check !== undefined} />
        {!checking && (
          <Button
            className={styles.check}
            appearance={check ? 'secondary' : 'primary'}
            disabledFocusable={isBusy(state)}
            onClick={() => session.check()}
          >
            Check data
          </Button>
        )}
        {!checking && <AddSheetMenu />}
        {!checking && tables.some(({ missing }) => missing) && <MatchTables />}
        {checking && <RunProgress activity={checking} />}
      </Section>
      {check && <LastCheck report={check} />}
    </>
  );
}
