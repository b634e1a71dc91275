import { makeStyles, tokens } from '@fluentui/react-components';
import type { Move } from '../../../shared/imports/preview';
import { wholeDollars } from '../amounts';
import { FigureList, type FigureLine } from './FigureList';
import { shares } from './import-words';

const useStyles = makeStyles({ rest: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 } });

/** The rest is in the totals of its account. */
const shown = 6;

/** The positions and cash that change most, in dollars. */
export function MoveList({ moves }: { readonly moves: readonly Move[] }) {
  const styles = useStyles();
  const title = 'Largest moves';
  return (
    <FigureList title={title} label={title} lines={moves.slice(0, shown).map(lineOf)}>
      {moves.length > shown && <span className={styles.rest}>{(moves.length - shown).toLocaleString('en-US')} smaller ones are not shown.</span>}
    </FigureList>
  );
}

const lineOf = (move: Move): FigureLine => ({
  key: `${move.accountId} ${move.symbol}`,
  name: move.symbol,
  belowName: move.accountId,
  figure: signed(move.dollarsAfter - move.dollarsBefore),
  belowFigure: `${shares(move.quantityBefore)} → ${shares(move.quantityAfter)}`,
});

const signed = (dollars: number): string => `${Math.round(dollars) > 0 ? '+' : ''}${wholeDollars(dollars)}`;
