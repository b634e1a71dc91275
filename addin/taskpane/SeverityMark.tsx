import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { SubtractCircle16Filled } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { Severity } from '../../shared/issue';

const useStyles = makeStyles({
  mark: { flexShrink: 0, verticalAlign: 'text-bottom' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  stop: { color: tokens.colorPaletteRedForeground1 },
  skip: { color: tokens.colorPaletteDarkOrangeForeground1 },
  warn: { color: tokens.colorPaletteMarigoldForeground2 },
  info: { color: tokens.colorNeutralForeground3 },
});

type Kind = Severity | 'good';

const icons: Record<Kind, ComponentType<{ className?: string; 'aria-label'?: string }>> = {
  good: CheckmarkCircle16Filled,
  stop: DismissCircle16Filled,
  skip: SubtractCircle16Filled,
  warn: Warning16Filled,
  info: Info16Regular,
};

/** What a severity means to the user, in words. */
export const severityWords: Readonly<Record<Kind, string>> = {
  good: 'No problem',
  stop: 'Stops a run',
  skip: 'Accounts left out',
  warn: 'Warning',
  info: 'Note',
};

/** A severity as shape and color, with its word for those who see neither. */
export function SeverityMark({ kind, label = severityWords[kind] }: { readonly kind: Kind; readonly label?: string }) {
  const styles = useStyles();
  const Icon = icons[kind];
  return <Icon className={mergeClasses(styles.mark, styles[kind])} aria-label={label} />;
}
