import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../shared/counted';
import type { TableLine } from '../session/state';
import { SeverityMark } from './SeverityMark';
import { useSession } from './use-session';

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
  item: { ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto 44px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
  },
  press: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  more: { color: tokens.colorNeutralForeground2 },
  missing: { color: tokens.colorNeutralForeground3 },
  mark: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Tables in view at first: what a run needs, and whatever has a problem. */
const mattersMost = ({ core, problems, missing }: TableLine): boolean => core || missing || problems > 0;

/** Each contract table with its rows and how the last check found it; pressing one shows its sheet. Optional tables without problems are folded. */
export function ReadyList({ tables, checked }: { readonly tables: readonly TableLine[]; readonly checked: boolean }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? tables : tables.filter(mattersMost);
  const folded = tables.length - shown.length;
  return (
    <ul className={styles.list}>
      {shown.map((table) => (
        <ReadyItem key={table.name} table={table} checked={checked} />
      ))}
      {folded > 0 && (
        <li className={styles.item}>
          <button type="button" className={mergeClasses(styles.row, styles.press, styles.more)} onClick={() => setAll(true)}>
            {counted(folded, 'more table')}
          </button>
        </li>
      )}
    </ul>
  );
}

function ReadyItem({ table, checked }: { readonly table: TableLine; readonly checked: boolean }) {
  const styles = useStyles();
  const session = useSession();
  if (table.missing) {
    return (
      <li className={mergeClasses(styles.item, styles.row)}>
        <span>{table.title}</span>
        <span className={styles.missing}>missing</span>
        <span className={styles.mark}>
          <SeverityMark kind="stop" />
        </span>
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <button type="button" className={mergeClasses(styles.row, styles.press)} onClick={() => session.goTo(table.sheet)}>
        <span>{table.title}</span>
        <span className={styles.number}>{table.rows.toLocaleString('en-US')}</span>
        <span className={styles.mark}>
          {checked && <SeverityMark kind={table.worst ?? 'good'} />}
          {checked && table.problems > 0 && <span>{table.problems}</span>}
        </span>
      </button>
    </li>
  );
}
