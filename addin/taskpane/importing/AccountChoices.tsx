import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../../shared/counted';
import type { AccountMatch } from '../../../shared/imports/into/match-accounts';
import type { PlannedFile } from '../../../shared/imports/into/plan-import';
import { AccountChoice } from './AccountChoice';
import { matchWords } from './import-words';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
  more: { alignSelf: 'flex-start' },
});

/** Accounts with a choice at first; whoever has more opens them. */
const mostOpen = 12;

interface Props {
  readonly file: PlannedFile;
  readonly index: number;
  readonly accountIds: readonly string[];
}

/** Accounts that were not found first, then those that were found by less than their number; all of them can be corrected. */
export function AccountChoices({ file, index, accountIds }: Props) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const open = file.matches.filter(({ accountId }) => accountId === undefined);
  const inDoubt = file.matches.filter(({ accountId, kind }) => accountId !== undefined && !isByNumber(kind));
  const certain = file.matches.length - open.length - inDoubt.length;
  const shown = [...open, ...inDoubt].slice(0, all ? undefined : mostOpen);
  const folded = open.length + inDoubt.length - shown.length;
  if (file.matches.length === 0) return null;
  return (
    <div className={styles.box}>
      {certain > 0 && <p className={styles.text}>{certainWords(file.matches, certain)}</p>}
      {shown.map((match) => (
        <AccountChoice key={match.fileAccount} match={match} index={index} accountIds={accountIds} />
      ))}
      {folded > 0 && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show {counted(folded, 'more account')}
        </Button>
      )}
    </div>
  );
}

const isByNumber = (kind: AccountMatch['kind']): boolean => kind === 'exact' || kind === 'digits';

function certainWords(matches: readonly AccountMatch[], certain: number): string {
  const [only] = matches.filter(({ kind }) => isByNumber(kind));
  return certain === 1 ? `Account ${only.accountId}, found ${matchWords[only.kind ?? 'exact']}.` : `${counted(certain, 'account')} found by their numbers.`;
}
