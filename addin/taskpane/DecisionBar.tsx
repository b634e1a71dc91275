import { makeStyles, tokens } from '@fluentui/react-components';
import type { Decision } from '../../shared/api/result';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '12px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
  swatch: { width: '10px', height: '10px', borderRadius: '2px', forcedColorAdjust: 'none' },
  part: { minWidth: '3px', forcedColorAdjust: 'none' },
});

/** Decisions in the order of the bar; teal, grey and amber stay apart for color-blind eyes. */
const parts: readonly { readonly decision: Decision; readonly words: string; readonly color: string }[] = [
  { decision: 'Trade', words: 'trade', color: tokens.colorBrandBackground },
  { decision: 'No trade', words: 'no trade', color: tokens.colorNeutralStroke1 },
  { decision: 'Review', words: 'review', color: tokens.colorPaletteMarigoldBackground3 },
  { decision: 'Blocked', words: 'blocked', color: tokens.colorPaletteRedBackground3 },
  { decision: 'Skipped', words: 'skipped', color: tokens.colorNeutralForeground3 },
];

/** How the accounts were decided: a stacked bar, and the same in words. */
export function DecisionBar({ decisions }: { readonly decisions: Readonly<Record<Decision, number>> }) {
  const styles = useStyles();
  const shown = parts.filter(({ decision }) => (decisions[decision] ?? 0) > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ decision, color }) => (
          <div key={decision} className={styles.part} style={{ flexGrow: decisions[decision], backgroundColor: color }} />
        ))}
      </div>
      <ul className={styles.legend} aria-label="Decisions">
        {shown.map(({ decision, words, color }) => (
          <li key={decision} className={styles.entry}>
            <span aria-hidden="true" className={styles.swatch} style={{ backgroundColor: color }} />
            {decisions[decision].toLocaleString('en-US')} {words}
          </li>
        ))}
      </ul>
    </>
  );
}
