import type { Settings } from '../book/settings';
import { defaultSettings, settingsCatalogue, type Setting } from '../contract/settings-catalogue';
import { where, type Context, type Finding } from './check';

/** Settings that are read and kept but change no trade in this release; docs/score.md says what holds instead. */
export const idleSettings = [
  'allowMargin', 'seed',
] as const satisfies readonly (keyof Settings)[];

const catalogue: Readonly<Record<string, Setting>> = settingsCatalogue;

/** G18: a limit that somebody typed and relies on must not be passed over in silence. */
export function* idleSettingsFilled(context: Context): Iterable<Finding> {
  for (const { values, scope, scopeId, row } of context.tables.settings ?? []) {
    for (const key of idleSettings) {
      const value = (values as Readonly<Record<string, unknown>>)[key];
      if (value === undefined || value === 'none' || value === defaultSettings[key]) continue;
      const { header } = catalogue[key];
      yield {
        table: 'settings', row, column: key, rowKey: [scope, scopeId].filter(Boolean).join(' › '), found: String(value), subject: key,
        message: `${header} is set at ${where(context, 'settings', row, key)}, but it changes no trade in this release.`,
        fix: 'Do not rely on it. Clear the cell, or look at the trades of these accounts yourself.',
      };
    }
  }
}
