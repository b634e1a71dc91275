import type { Cell } from '../workbook/port';
import { readCell, isInRange, rangeTrouble } from './cells';
import { blank, quote, unreadable, type CellContext, type Reading } from './cells/reading';
import { specialTrouble } from './cells/special';
import { cleanSpaces } from './cells/text';
import { numberFromText } from './cells/number';
import { settingsCatalogue, type Setting } from './settings-catalogue';

/** What one cell of Settings gives, by setting. */
export type SettingReading = Readonly<Record<string, Reading<string | number | boolean>>>;

const catalogue: Readonly<Record<string, Setting>> = settingsCatalogue;

/** Reads a cell of a setting's column: `none` switches a limit off, Yes and No become booleans, basis points fractions. */
export function readSetting(key: string, cell: Cell, context: CellContext): Reading<string | number | boolean> {
  const setting = catalogue[key];
  if (typeof cell === 'string' && cleanSpaces(cell).toLowerCase() === 'none' && setting.type !== 'list') return readNone(setting);
  if (setting.pattern) return readPattern(setting, cell);
  const reading = readCell(cell, setting, context);
  const { value } = reading;
  if (value === undefined) return reading;
  if (setting.yesNo) return { ...reading, value: value === 'Yes' };
  if (typeof value !== 'number') return reading;
  if (setting.type === 'percent' && !isInRange(value, setting) && value / 100 > (setting.max ?? 1)) return unreadable(rangeTrouble(value, setting));
  return setting.scale === undefined ? reading : { ...reading, value: Number((value * setting.scale).toPrecision(15)) };
}

function readNone({ none, allowed }: Setting): Reading<string | number> {
  if (none === 'unlimited') return { value: 'none' };
  if (none !== undefined) return { value: none };
  return unreadable({ code: 'G11', severity: 'skip', says: 'cannot be switched off with "none"', found: 'none', fix: `Type a value (${allowed}), or leave the cell blank.` });
}

/** A band is text. Excel turns `5%` into 0.05, which is put back, and `5/25` into a date, which is reported. */
function readPattern(setting: Setting, cell: Cell): Reading<string> {
  if (cell === null || cell === '') return blank;
  if (typeof cell === 'number' && cell > 0 && cell <= 1) return { value: `${Number((cell * 100).toPrecision(12))}%` };
  const text = cleanSpaces(String(cell));
  if (text === '') return blank;
  const special = specialTrouble(text);
  if (special) return unreadable(special);
  if (typeof cell === 'string' && setting.pattern?.test(text)) return { value: text };
  return unreadable({
    code: 'G11', severity: 'skip', says: `is ${quote(text)}`, found: text,
    fix: typeof cell === 'number' ? 'Maybe Excel turned 5/25 into a date. Format the cell as text and type it again.' : `Type it as ${setting.allowed}.`,
  });
}

/** One column that fills two settings: `40.8 / 23.8`, rates typed as percentages. */
export const pairedSettings = {
  header: 'Default tax rates',
  aliases: ['Default rates', 'Tax rates'],
  keys: ['defaultShortRate', 'defaultLongRate'],
} as const;

/** Reads `40.8 / 23.8`, `40.8% / 23.8%` or `0.408 / 0.238` into the two default rates, as fractions. */
export function readDefaultRates(cell: Cell): SettingReading {
  const [shortKey, longKey] = pairedSettings.keys;
  if (cell === null || (typeof cell === 'string' && cleanSpaces(cell) === '')) return { [shortKey]: blank };
  const rates = String(cell).split('/').map(rateFromText);
  const max = catalogue[shortKey].max ?? 1;
  if (rates.length === 2 && rates.every((rate) => rate !== undefined && rate >= 0 && rate <= max)) {
    return { [shortKey]: { value: rates[0] }, [longKey]: { value: rates[1] } };
  }
  const trouble = specialTrouble(String(cell)) ?? {
    code: 'G11', severity: 'skip' as const, says: `is ${quote(String(cell))}`, found: String(cell),
    fix: 'Type the short-term and the long-term rate, each 0 to 60 %: 40.8 / 23.8.',
  };
  return { [shortKey]: unreadable(trouble) };
}

function rateFromText(text: string): number | undefined {
  const value = numberFromText(text);
  if (typeof value !== 'number') return undefined;
  return value > 1 ? Number((value / 100).toPrecision(15)) : value;
}
