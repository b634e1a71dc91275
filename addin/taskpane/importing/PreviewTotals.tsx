import { makeStyles, tokens } from '@fluentui/react-components';
import type { Preview } from '../../../shared/imports/preview';
import { wholeDollars } from '../amounts';
import { otherChanges } from './import-words';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: tokens.spacingHorizontalS, margin: 0 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  text: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Rows of Holdings that stay, change, come and go; dollars before and after; what else changes. */
export function PreviewTotals({ preview, nothing }: { readonly preview: Preview; readonly nothing: boolean }) {
  const styles = useStyles();
  const { total } = preview;
  const tiles = [['Same', total.same], ['Changed', total.changed], ['New', total.new], ['Gone', total.gone]] as const;
  const others = otherChanges(preview);
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>Rows of Holdings</h3>
      <dl className={styles.tiles}>
        {tiles.map(([label, value]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.text}>{dollarWords(total.dollarsBefore, total.dollarsAfter)}</p>
      {others.length > 0 && (
        <ul className={styles.list} aria-label="Other changes">
          {others.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {nothing && <p className={styles.text}>The workbook says all of this already. Apply only notes the import in Audit.</p>}
    </div>
  );
}

/** `$1,204,300 before, $1,206,100 after (+$1,800)` */
function dollarWords(before: number, after: number): string {
  const change = Math.round(after) - Math.round(before);
  const signed = change === 0 ? 'no change' : `${change > 0 ? '+' : ''}${wholeDollars(change)}`;
  return `${wholeDollars(before)} before, ${wholeDollars(after)} after (${signed})`;
}
