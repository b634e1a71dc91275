import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { counted } from '../../shared/counted';
import type { Scope, SessionState } from '../session/state';
import { useSession } from './use-session';

const AccountPicker = lazy(() => import('./AccountPicker'));

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  radios: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  detail: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Which accounts a run decides. */
export function ScopePicker({ state }: { readonly state: SessionState }) {
  const styles = useStyles();
  const session = useSession();
  const { scope, check, selected } = state;
  const choose = (kind: string) => session.chooseScope(scopeOf(kind));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Scope</legend>
      <RadioGroup
        layout="horizontal"
        className={styles.radios}
        value={scope.kind}
        aria-label="Scope"
        onChange={(_, { value }) => choose(value)}
      >
        <Radio value="all" label={check ? `All ${check.accounts.length.toLocaleString('en-US')}` : 'All'} />
        <Radio value="selection" label="Selection" />
        <Radio value="chosen" label="Choose" disabled={!check} />
      </RadioGroup>
      {scope.kind === 'selection' && <p className={styles.detail}>{selectionWords(selected)}</p>}
      {scope.kind === 'chosen' && check && (
        <Suspense fallback={<p className={styles.detail}>Loading accounts</p>}>
          <AccountPicker
            accounts={check.accounts}
            chosen={scope.accounts}
            onChoose={(accounts) => session.chooseScope({ kind: 'chosen', accounts })}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

function scopeOf(kind: string): Scope {
  if (kind === 'chosen') return { kind, accounts: [] };
  return { kind: kind === 'selection' ? 'selection' : 'all' };
}

/** What the selection means; it is read again when Run is pressed. */
function selectionWords(selected: readonly string[]): string {
  if (selected.length === 0) return 'Select rows on a sheet that has an Account ID column.';
  const named = selected.slice(0, 3).join(', ');
  return selected.length > 3 ? `${named} and ${counted(selected.length - 3, 'more', 'more')}` : named;
}
