import { makeStyles, tokens } from '@fluentui/react-components';
import type { Activity, Purpose } from '../session/state';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  todo: { color: tokens.colorNeutralForeground3 },
  now: { fontWeight: tokens.fontWeightSemibold },
});

type Busy = Exclude<Activity, { kind: 'idle' | 'stopped' }>;

const steps: Readonly<Record<Purpose, readonly string[]>> = {
  check: ['Read', 'Check', 'Write'],
  run: ['Read', 'Check', 'Solve', 'Write'],
  sample: ['Write'],
  fix: ['Read', 'Check', 'Write'],
  sheets: ['Write'],
  import: ['Read', 'Check', 'Write'],
};

const stepOf: Readonly<Record<Busy['kind'], string>> = {
  waiting: '',
  reading: 'Read',
  checking: 'Check',
  sending: 'Solve',
  running: 'Solve',
  stopping: 'Solve',
  writing: 'Write',
};

/** The steps of the work under way: done, present, to come; said by mark and word. */
export function StepList({ activity }: { readonly activity: Busy }) {
  const styles = useStyles();
  const list = steps['then' in activity ? activity.then : 'run'];
  const present = list.indexOf(stepOf[activity.kind]);
  if (list.length < 2) return null;
  return (
    <ol className={styles.list} aria-label="Steps">
      {list.map((step, index) => (
        <li
          key={step}
          aria-current={index === present ? 'step' : undefined}
          className={index === present ? styles.now : index > present ? styles.todo : undefined}
        >
          <span aria-hidden="true">{index < present ? '✓' : index === present ? '•' : '○'}</span> {step}
        </li>
      ))}
    </ol>
  );
}
