import { counted } from '../../shared/counted';
import type { Issue } from '../../shared/issue';
import type { Activity, CheckReport, Purpose, SessionState } from './state';

/** One line that is always in view. The mark is the shape drawn before it: ● ◐ ▲ ○, so that color is never the only sign. */
export interface Status {
  readonly mark: 'full' | 'half' | 'triangle' | 'ring';
  readonly tone: 'good' | 'changed' | 'problem' | 'quiet';
  readonly text: string;
  /** The tab that shows the cause. */
  readonly opens: 'data' | 'run';
}

/** How many different problems refuse the run. */
export const stops = (report: CheckReport | undefined): number =>
  report?.issues.filter(({ severity }: Issue) => severity === 'stop').length ?? 0;

const writingWords: Readonly<Record<Purpose, string>> = {
  check: 'Writing results',
  run: 'Writing results',
  sample: 'Writing the sample',
  fix: 'Changing cells',
  sheets: 'Adding sheets',
  import: 'Writing the import',
};

const activities: { readonly [Kind in Exclude<Activity['kind'], 'idle'>]: (activity: Extract<Activity, { kind: Kind }>) => string } = {
  waiting: () => 'Waiting for you to finish editing',
  reading: ({ then }) => (then === 'import' ? 'Reading files' : 'Reading the workbook'),
  checking: ({ then }) => (then === 'import' ? 'Comparing with the workbook' : 'Checking'),
  sending: ({ megabytes, slow }) => `${slow ? 'Still sending' : 'Sending'} ${Math.max(0.1, megabytes).toFixed(1)} MB`,
  running: ({ done, total }) => `Running ${done} of ${total}`,
  stopping: () => 'Stopping after the accounts in hand',
  stopped: ({ done }) => `Stopped at ${done}`,
  writing: ({ then }) => writingWords[then],
};

/** What is being done, in words. */
export function activityWords(activity: Exclude<Activity, { kind: 'idle' }>): string {
  return (activities[activity.kind] as (activity: Activity) => string)(activity);
}

/** The status line of a state. */
export function statusOf(state: SessionState): Status {
  const { activity, check, lastRun } = state;
  if (activity.kind !== 'idle') {
    return {
      mark: 'half',
      tone: 'changed',
      text: activityWords(activity),
      opens: 'then' in activity && activity.then !== 'run' ? 'data' : 'run',
    };
  }
  if (!state.online) return { mark: 'ring', tone: 'problem', text: 'Offline', opens: 'run' };
  if (state.importing) return { mark: 'half', tone: 'changed', text: 'Import not applied yet', opens: 'data' };
  if (stops(check) > 0)
    return {
      mark: 'triangle',
      tone: 'problem',
      text: `${counted(stops(check), 'issue')} ${stops(check) === 1 ? 'stops' : 'stop'} a run`,
      opens: 'data',
    };
  if (state.inputsChanged) return { mark: 'half', tone: 'changed', text: 'Inputs changed', opens: 'data' };
  if (lastRun && check)
    return { mark: 'full', tone: 'good', text: `Up to date · ${counted(lastRun.accounts, 'account')} · ${lastRun.asOf}`, opens: 'run' };
  if (check)
    return { mark: 'full', tone: 'good', text: `Checked · ${counted(check.accounts.length, 'account')} · ${check.asOf}`, opens: 'run' };
  return { mark: 'ring', tone: 'quiet', text: state.workbook === 'empty' ? 'Empty workbook' : 'Not checked yet', opens: 'data' };
}
