import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../../shared/counted';
import type { AccountPreview } from '../../../shared/imports/preview';
import { wholeDollars } from '../amounts';
import { FigureList, type FigureLine } from './FigureList';

const useStyles = makeStyles({ more: { alignSelf: 'flex-start' } });

const shownAtFirst = 6;

/** What would happen to each account, those that change most rows first. */
export function AccountChanges({ accounts }: { readonly accounts: readonly AccountPreview[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const sorted = [...accounts].sort((a, b) => changesOf(b) - changesOf(a));
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <FigureList title={counted(accounts.length, 'account')} label="Accounts" lines={shown.map(lineOf)}>
      {sorted.length > shown.length && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show all {sorted.length.toLocaleString('en-US')}
        </Button>
      )}
    </FigureList>
  );
}

const changesOf = (one: AccountPreview): number => one.changed + one.new + one.gone;

const lineOf = (one: AccountPreview): FigureLine => ({
  key: one.accountId,
  name: one.accountId,
  belowName: rowsOf(one),
  figure: wholeDollars(one.dollarsAfter),
  belowFigure: one.asOf ?? 'no day',
});

/** `3 same, 1 changed, 2 gone` */
function rowsOf(one: AccountPreview): string {
  const parts = [[one.same, 'same'], [one.changed, 'changed'], [one.new, 'new'], [one.gone, 'gone']] as const;
  return parts.flatMap(([rows, word]) => (rows > 0 ? [`${rows.toLocaleString('en-US')} ${word}`] : [])).join(', ');
}
