import { createDarkTheme, createLightTheme } from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** REBAL's teal, dark to light; shade 80 on white has a contrast of 6:1. */
const teal: BrandVariants = {
  10: '#010F14',
  20: '#032029',
  30: '#05303D',
  40: '#073F50',
  50: '#084B5F',
  60: '#09566C',
  70: '#0B6079',
  80: '#0D6B86',
  90: '#2F7F98',
  100: '#4A92A9',
  110: '#63A4B9',
  120: '#7DB6C9',
  130: '#98C8D8',
  140: '#B4DAE6',
  150: '#D2EBF3',
  160: '#EEF8FB',
};

export const lightTheme: Theme = createLightTheme(teal);

export const darkTheme: Theme = {
  ...createDarkTheme(teal),
  // Fluent's default shade for brand text is too dark on a dark pane.
  colorBrandForeground1: teal[120],
  colorBrandForeground2: teal[130],
  colorBrandForegroundLink: teal[120],
  colorCompoundBrandForeground1: teal[120],
};
