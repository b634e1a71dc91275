import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { statusOf } from '../session/status';
import type { Status } from '../session/status';
import { useSessionState } from './use-session';

const useStyles = makeStyles({
  strip: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '36px',
    // Excel's own button lies over the pane's top right corner.
    padding: `0 44px 0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  mark: { flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  changed: { color: tokens.colorBrandForeground1 },
  problem: { color: tokens.colorPaletteDarkOrangeForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ring = <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Readonly<Record<Status['mark'], ReactElement>> = {
  full: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: (
    <>
      {ring}
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M6 1l5.5 10H.5z" fill="currentColor" />,
  ring,
};

/** The line that is always there: how things stand; pressing it opens the cause. */
export function StatusStrip({ onOpen }: { readonly onOpen: (tab: Status['opens']) => void }) {
  const styles = useStyles();
  const { mark, tone, text, opens } = statusOf(useSessionState());
  return (
    <button type="button" className={styles.strip} onClick={() => onOpen(opens)} title={`Open ${opens === 'data' ? 'Data' : 'Run'}`}>
      <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12" className={mergeClasses(styles.mark, styles[tone])}>
        {shapes[mark]}
      </svg>
      <span className={styles.text}>{text}</span>
    </button>
  );
}
