import { settingsCatalogue, type Setting } from '../contract';
import { percent, where, type Context, type Finding } from './check';

const catalogue: Readonly<Record<string, Setting>> = settingsCatalogue;

/** G11 for settings: a number that its setting does not allow, such as a cash target of 500 %. Its accounts must wait. */
export function* settingsOutOfRange(context: Context): Iterable<Finding> {
  for (const { values, scope, scopeId, row } of context.tables.settings ?? []) {
    for (const [key, value] of Object.entries(values)) {
      const { header, allowed, type, min = -Infinity, max = Infinity, scale = 1 } = catalogue[key];
      if (typeof value !== 'number' || (value / scale >= min - 1e-9 && value / scale <= max + 1e-9)) continue;
      const accounts = context.index.inScope(scope, scopeId) ?? [];
      yield {
        table: 'settings', row, column: key, rowKey: [scope, scopeId].filter(Boolean).join(' › '), found: value, accounts,
        severity: accounts.length > 0 ? 'skip' : 'warn', subject: `${key} ${scope} ${scopeId ?? ''}`,
        message: `${header} is ${type === 'percent' ? percent(value) : value / scale} at ${where(context, 'settings', row, key)}; allowed is ${allowed}.`,
        fix: type === 'percent' && value / 100 <= max ? `Maybe ${value} % is meant.` : `Type a value within ${allowed}.`,
      };
    }
  }
}
