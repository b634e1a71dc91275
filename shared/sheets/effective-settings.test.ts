import { line } from '../explain/line';
import { effectiveSettingsRows, effectiveSettingsSheet } from './effective-settings';
import { columnKey, sheetContent } from './sheet';

test('its keys are its headers, and its rules draw on columns it has', () => {
  const headers = effectiveSettingsSheet.columns.map(({ header }) => header);
  expect(effectiveSettingsSheet.columns.map(({ key }) => key)).toEqual(headers.map(columnKey));
  expect((effectiveSettingsSheet.rules ?? []).every(({ column }) => headers.includes(column))).toBe(true);
});

test('a line is a row: the value as people read it, a mark where somebody set it', () => {
  const rows = effectiveSettingsRows('A', [
    line('Settings', 'Cash target', 0.025, { unit: 'percent', level: 'Group', source: 'Settings!D4', changed: true }),
    line('Settings', 'Risk price', 25, { unit: 'bp' }),
    line('Tax', 'YTD long-term gain', -1234.5, { unit: 'dollars' }),
    line('Settings', 'Fractional shares', false),
  ]);
  expect(sheetContent(effectiveSettingsSheet, rows, '').rows.map((row) => row.slice(2, 7))).toEqual([
    ['Cash target', '2.5 %', 'Group', '●', 'Settings!D4'], ['Risk price', '25 bp', 'Default', '', null], ['YTD long-term gain', '($1,234.50)', 'Default', '', null], ['Fractional shares', 'No', 'Default', '', null],
  ]);
});
