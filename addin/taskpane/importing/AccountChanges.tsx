import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AccountPreview } from '../../../shared/imports/preview';
import { count } from '../../session/status';
import { wholeDollars } from '../amounts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  faint: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  dollars: { textAlign: 'right', whiteSpace: 'nowrap' },
  more: { alignSelf: 'flex-start' },
});

const shownAtFirst = 6;

/** What would happen to each account, those that change most rows first. */
export function AccountChanges({ accounts }: { readonly accounts: readonly AccountPreview[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const changes = (one: AccountPreview): number => one.changed + one.new + one.gone;
  const sorted = [...accounts].sort((a, b) => changes(b) - changes(a));
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  if (accounts.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{count(accounts.length, 'account')}</h3>
      <ul className={styles.list} aria-label="Accounts">
        {shown.map((one) => (
          <li key={one.accountId} className={styles.line}>
            <span className={styles.name}>
              {one.accountId}
              <span className={styles.faint}>{rowsOf(one)}</span>
            </span>
            <span className={styles.dollars}>
              {wholeDollars(one.dollarsAfter)}
              <span className={styles.faint}>{one.asOf ?? 'no day'}</span>
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show all {sorted.length.toLocaleString('en-US')}
        </Button>
      )}
    </div>
  );
}

/** `3 same, 1 changed, 2 gone` */
function rowsOf(one: AccountPreview): string {
  const parts = [[one.same, 'same'], [one.changed, 'changed'], [one.new, 'new'], [one.gone, 'gone']] as const;
  return parts.flatMap(([rows, word]) => (rows > 0 ? [`${rows.toLocaleString('en-US')} ${word}`] : [])).join(', ');
}
