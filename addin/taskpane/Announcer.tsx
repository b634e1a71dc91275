import { useEffect, useState } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useSessionState } from './use-session';
import { announcement } from './announcement';
import { visuallyHidden } from './visually-hidden';

const useStyles = makeStyles({
  hidden: { ...visuallyHidden },
});

/** Tells screen readers politely what changes without a press: steps, quarters of a run, its end. */
export function Announcer() {
  const styles = useStyles();
  const text = announcement(useSessionState());
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text) setSaid(text);
  }, [text]);
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {said}
    </div>
  );
}
