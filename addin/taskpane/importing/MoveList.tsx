import { makeStyles, tokens } from '@fluentui/react-components';
import type { Move } from '../../../shared/imports/preview';
import { wholeDollars } from '../amounts';
import { shares } from './import-words';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  dollars: { textAlign: 'right', whiteSpace: 'nowrap' },
});

/** The rest is in the totals of its account. */
const shown = 6;

/** The positions and cash that change most, in dollars. */
export function MoveList({ moves }: { readonly moves: readonly Move[] }) {
  const styles = useStyles();
  if (moves.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>Largest moves</h3>
      <ul className={styles.list} aria-label="Largest moves">
        {moves.slice(0, shown).map((move) => (
          <li key={`${move.accountId} ${move.symbol}`} className={styles.line}>
            <span className={styles.name}>
              {move.symbol} <span className={styles.faint}>{move.accountId}</span>
            </span>
            <span className={styles.dollars}>
              {signed(move.dollarsAfter - move.dollarsBefore)}
              <br />
              <span className={styles.faint}>
                {shares(move.quantityBefore)} → {shares(move.quantityAfter)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {moves.length > shown && <span className={styles.faint}>{(moves.length - shown).toLocaleString('en-US')} smaller ones are not shown.</span>}
    </div>
  );
}

const signed = (dollars: number): string => `${Math.round(dollars) > 0 ? '+' : ''}${wholeDollars(dollars)}`;
