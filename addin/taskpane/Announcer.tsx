import { useEffect, useState } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { useSessionState } from './use-session';
import { announcement } from './announcement';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** Tells screen readers politely what changes without a press: steps, quarters of a run, its end. */
export function Announcer() {
  const styles = useStyles();
  const text = announcement(useSessionState());
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text) setSaid(text);
  }, [text]);
  return <div role="status" aria-live="polite" className={styles.hidden}>{said}</div>;
}
