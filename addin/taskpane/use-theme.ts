import type { Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { darkTheme, lightTheme } from './theme';

const query = '(prefers-color-scheme: dark)';

/** Excel's own theme where it tells one (desktop), else the system's. Contrast themes are the browser's forced colors and win over both. */
export function useTheme(): Theme {
  const dark = useSyncExternalStore(subscribe, () => officeIsDark() ?? systemIsDark());
  return dark ? darkTheme : lightTheme;
}

function subscribe(listener: () => void): () => void {
  const media = globalThis.matchMedia?.(query);
  media?.addEventListener('change', listener);
  return () => media?.removeEventListener('change', listener);
}

const systemIsDark = (): boolean => globalThis.matchMedia?.(query).matches ?? false;

/** Undefined in Excel on the web, whose `officeTheme` is not there although the typings say so. */
function officeIsDark(): boolean | undefined {
  const background = (globalThis as { Office?: typeof Office }).Office?.context?.officeTheme?.bodyBackgroundColor;
  const hex = /^#?([0-9a-f]{6})/i.exec(background ?? '')?.[1];
  if (!hex) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
