import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { ImportState } from '../../session/import-state';
import type { Activity } from '../../session/state';
import { RunProgress } from '../RunProgress';

/** Loaded with the first file. */
const ImportPanel = lazy(() => import(/* webpackChunkName: "import" */ './ImportPanel'));

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly importing: ImportState;
  readonly activity?: Exclude<Activity, { kind: 'idle' | 'stopped' }>;
}

/** An import in place of the Data tab. Comparing again after a choice is quick, and shows no progress that would push the choice away. */
export function ImportView({ importing, activity }: Props) {
  const styles = useStyles();
  if (activity && activity.kind !== 'checking') return <RunProgress activity={activity} />;
  return (
    <Suspense fallback={<p className={styles.text}>Opening the import</p>}>
      <ImportPanel importing={importing} />
    </Suspense>
  );
}
