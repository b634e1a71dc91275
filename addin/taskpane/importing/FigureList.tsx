import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  faint: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  figure: { textAlign: 'right', whiteSpace: 'nowrap' },
});

/** A name and its figure, each with a word below it. */
export interface FigureLine {
  readonly key: string;
  readonly name: string;
  readonly belowName: string;
  readonly figure: string;
  readonly belowFigure: string;
}

interface FigureListProps {
  readonly title: string;
  /** What a screen reader calls the list. */
  readonly label: string;
  readonly lines: readonly FigureLine[];
  /** What follows the list, such as how to see more of it. */
  readonly children?: ReactNode;
}

/** A titled list of names at the left and figures at the right; nothing at all without lines. */
export function FigureList({ title, label, lines, children }: FigureListProps) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list} aria-label={label}>
        {lines.map(({ key, name, belowName, figure, belowFigure }) => (
          <li key={key} className={styles.line}>
            <span className={styles.name}>
              {name} <span className={styles.faint}>{belowName}</span>
            </span>
            <span className={styles.figure}>
              {figure} <span className={styles.faint}>{belowFigure}</span>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
