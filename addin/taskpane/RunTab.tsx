import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { counted } from '../../shared/counted';
import { stops } from '../session/status';
import type { SessionState } from '../session/state';
import { LastRunSummary } from './LastRunSummary';
import { RunProgress } from './RunProgress';
import { ScopePicker } from './ScopePicker';
import { Section } from './Section';
import { SeverityMark } from './SeverityMark';
import { StoppedChoice } from './StoppedChoice';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  fact: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  label: { color: tokens.colorNeutralForeground2 },
  link: {
    justifyContent: 'flex-start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    fontWeight: tokens.fontWeightRegular,
  },
  run: { minHeight: '44px' },
  reason: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Which accounts, the run itself, and what the last one brought. */
export function RunTab({ onShowData }: { readonly onShowData: () => void }) {
  const state = useSessionState();
  const { activity, lastRun } = state;
  const running = activity.kind !== 'idle' && activity.kind !== 'stopped' && (!('then' in activity) || activity.then === 'run');
  return (
    <>
      {running && (
        <Section title="Running">
          <RunProgress activity={activity} />
        </Section>
      )}
      {activity.kind === 'stopped' && <StoppedChoice done={activity.done} total={activity.total} />}
      {!running && activity.kind !== 'stopped' && <RunForm state={state} onShowData={onShowData} />}
      {lastRun && <LastRunSummary run={lastRun} stale={state.inputsChanged} />}
    </>
  );
}

function RunForm({ state, onShowData }: { readonly state: SessionState; readonly onShowData: () => void }) {
  const styles = useStyles();
  const session = useSession();
  const { check } = state;
  const reason = whyNot(state);
  return (
    <div className={styles.form}>
      <ScopePicker state={state} />
      {check && (
        <div className={styles.fact}>
          <span className={styles.label}>As of</span>
          <span>{check.asOf}</span>
        </div>
      )}
      {check && check.skipped.length > 0 && (
        <Button appearance="subtle" className={styles.link} icon={<SeverityMark kind="skip" />} onClick={onShowData}>
          {counted(check.skipped.length, 'account')} will be skipped
        </Button>
      )}
      <Button
        appearance="primary"
        className={styles.run}
        icon={<Play16Filled />}
        disabledFocusable={reason !== undefined}
        onClick={() => session.run()}
      >
        Run
      </Button>
      {reason && <p className={styles.reason}>{reason}</p>}
      {!state.online && !state.notice && <Button onClick={() => session.act('try again')}>Try again</Button>}
    </div>
  );
}

/** Why Run cannot be pressed now; undefined when it can. */
function whyNot(state: SessionState): string | undefined {
  if (!state.online) return "The service can't be reached. Checking and everything in the workbook still work.";
  if (state.workbook === 'empty' || state.workbook === 'no tables')
    return 'A run needs Accounts, Holdings, Securities and Models. Start on the Data tab.';
  if (state.activity.kind !== 'idle') return 'A check is under way.';
  if (stops(state.check) > 0 && !state.inputsChanged) return 'Something in the data stops a run. See the Data tab.';
  if (state.scope.kind === 'chosen' && state.scope.accounts.length === 0) return 'Choose at least one account.';
  return undefined;
}
