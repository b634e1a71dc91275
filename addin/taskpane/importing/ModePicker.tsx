import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ImportMode } from '../../../shared/imports/into/holding-changes';
import { useSession } from '../use-session';
import { modeWords } from './import-words';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  radios: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  does: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How the files are applied. */
export function ModePicker({ mode, busy }: { readonly mode: ImportMode; readonly busy: boolean }) {
  const styles = useStyles();
  const { imports } = useSession();
  return (
    <fieldset className={styles.group} aria-busy={busy}>
      <legend className={styles.legend}>How to apply</legend>
      <RadioGroup className={styles.radios} value={mode} aria-label="How to apply" onChange={(_, { value }) => imports.chooseMode(value as ImportMode)}>
        {(Object.keys(modeWords) as ImportMode[]).map((one) => (
          <Radio key={one} value={one} label={modeWords[one].name} />
        ))}
      </RadioGroup>
      <p className={styles.does}>{modeWords[mode].does}</p>
    </fieldset>
  );
}
