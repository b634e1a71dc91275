import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isBusy, type CheckReport } from '../session/state';
import { CheckResults } from './CheckResults';
import { Section } from './Section';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({
  stale: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'flex-start' },
});

/** What the last check found, and what can be done about it. */
export function LastCheck({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const session = useSession();
  const state = useSessionState();
  return (
    <Section title="Last check" aside={report.at}>
      {state.inputsChanged && <p className={styles.stale}>Inputs changed after this check.</p>}
      <CheckResults report={report} />
      {report.issues.length > 0 && (
        <Button size="small" className={styles.button} onClick={() => session.goTo('Data issues')}>
          Open Data issues
        </Button>
      )}
      {(report.repairs ?? []).length > 0 && (
        <Button size="small" className={styles.button} disabledFocusable={isBusy(state)} onClick={() => session.fixTicked()}>
          Apply ticked fixes
        </Button>
      )}
    </Section>
  );
}
