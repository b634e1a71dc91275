import type { EffectiveSettings } from '../book/effective-settings';
import type { Settings } from '../book/settings';
import { settingsCatalogue, type Setting } from '../contract/settings-catalogue';
import type { Places } from '../contract/places';
import type { Cell } from '../workbook/port';
import { line, type ExplainedLine, type Level, type Unit } from './line';
import { placeOf } from './source';
import type { Subject } from './subject';

const catalogue = settingsCatalogue as Readonly<Record<keyof Settings, Setting>>;
const units = { text: 'text', number: 'number', whole: 'number', money: 'dollars', percent: 'percent', bp: 'bp', date: 'date', list: 'text' } satisfies Record<Setting['type'], Unit>;

/** Every setting with its value, the level it comes from and its cell; changed where it does not come from the built-in defaults. */
export function explainSettings({ effective, places }: Subject): ExplainedLine[] {
  return (Object.keys(catalogue) as (keyof Settings)[]).map((key) => {
    const { header, type, help } = catalogue[key];
    return line('Settings', header, settingValue(effective.settings, key), { unit: units[type], note: help, ...settingOrigin(effective, key, places) });
  });
}

/** A setting as it is typed: `none` for a limit that is off, basis points where the catalogue has them. */
function settingValue(settings: Settings, key: keyof Settings): Cell {
  const value: Cell | undefined = settings[key];
  if (value === undefined) return 'none';
  const { scale } = catalogue[key];
  return scale === undefined || typeof value !== 'number' ? value : Number((value / scale).toPrecision(12));
}

/** Whose a setting is, and the cell that says so. */
export function settingOrigin({ origins }: EffectiveSettings, key: keyof Settings, places: Places): { readonly level: Level; readonly source: string | null; readonly changed: boolean } {
  const { level, row } = origins[key];
  return { level, source: level === 'Default' ? null : placeOf(places, 'settings', row, key), changed: level !== 'Default' };
}
