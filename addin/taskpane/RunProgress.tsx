import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Stop16Filled } from '@fluentui/react-icons/svg/stop';
import { useEffect, useState } from 'react';
import { activityWords } from '../session/status';
import type { Activity, Running } from '../session/state';
import { duration, secondsLeft } from './amounts';
import { StepList } from './StepList';
import { useSession } from './use-session';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  now: { margin: 0, minHeight: tokens.lineHeightBase300, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  foot: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** What is under way and how far it is, with the way to stop it. */
export function RunProgress({ activity }: { readonly activity: Exclude<Activity, { kind: 'idle' | 'stopped' }> }) {
  const styles = useStyles();
  const session = useSession();
  const running = activity.kind === 'running' || activity.kind === 'stopping' ? activity : undefined;
  return (
    <div className={styles.box}>
      {running ? (
        <Determinate running={running} />
      ) : (
        <ProgressBar aria-label={activityWords(activity)} value={writtenShare(activity)} thickness="large" />
      )}
      <StepList activity={activity} />
      <p className={styles.now}>{running?.now ? `Now: ${running.now}` : activityWords(activity)}</p>
      <div className={styles.foot}>
        {activity.kind !== 'writing' && (
          <Button icon={<Stop16Filled />} disabledFocusable={activity.kind === 'stopping'} onClick={() => session.stop()}>
            {activity.kind === 'waiting' ? 'Cancel' : 'Stop'}
          </Button>
        )}
        <span className={styles.faint}>You can keep working in Excel.</span>
      </div>
    </div>
  );
}

function Determinate({ running }: { readonly running: Pick<Running, 'done' | 'total' | 'since'> }) {
  const styles = useStyles();
  const { done, total, since } = running;
  const share = total > 0 ? done / total : 0;
  const left = secondsLeft(done, total, useSecondsSince(since));
  return (
    <>
      <div className={styles.line}>
        <strong>
          {done.toLocaleString('en-US')} of {total.toLocaleString('en-US')}
        </strong>
        <span>{Math.floor(share * 100)}%</span>
      </div>
      <ProgressBar aria-label="Accounts finished" value={share} thickness="large" />
      <span className={styles.faint}>{left === undefined ? 'Estimating the time left' : `About ${duration(left)} left`}</span>
    </>
  );
}

/** Seconds since `start` (milliseconds since 1970), renewed once a second. */
function useSecondsSince(start: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (now - start) / 1000;
}

function writtenShare(activity: Activity): number | undefined {
  return activity.kind === 'writing' && activity.total > 0 ? activity.done / activity.total : undefined;
}
