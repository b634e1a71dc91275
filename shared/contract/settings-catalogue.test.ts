import { defaultSettings, settingsCatalogue, type Setting } from './settings-catalogue';
import { readDefaultRates, readSetting } from './setting-cells';

const entries = Object.entries(settingsCatalogue) as [string, Setting][];
const context = { date1904: false };
const read = (key: string, cell: Parameters<typeof readSetting>[1]) => readSetting(key, cell, context).value;

test.each(entries)('%s explains itself and accepts its own default and example', (key, setting) => {
  expect(setting.help.endsWith('.')).toBe(true);
  const typed = setting.yesNo ? (setting.default ? 'Yes' : 'No') : typeof setting.default === 'number' ? setting.default / (setting.scale ?? 1) : setting.default;
  if (typed !== undefined) expect(read(key, typed as string)).toEqual(setting.default);
  expect(readSetting(key, setting.example, context).troubles).toBeUndefined();
});

test('none switches a limit off, makes an amount zero, and is refused where nothing can be off', () => {
  expect(read('maxTurnover', 'None')).toBe('none');
  expect(read('cashMinimum', 'none')).toBe(0);
  expect(read('harvestLosses', 'none')).toBe('Off');
  expect(readSetting('seed', 'none', context).value).toBe(0);
  expect(readSetting('timeLimit', 'none', context).troubles).toMatchObject([{ code: 'G11' }]);
});

test('basis points of a fraction are scaled', () => {
  expect(defaultSettings.riskPrice).toBe(0.0025);
  expect(read('riskPrice', 40)).toBe(0.004);
  expect(read('minimumScore', 12)).toBe(12);
});

test('a band survives what Excel makes of it', () => {
  expect(read('band', 0.05)).toBe('5%');
  expect(read('band', '20% relative')).toBe('20% relative');
  expect(read('band', '5/25')).toBe('5/25');
  expect(readSetting('band', 46167, context).troubles).toMatchObject([{ code: 'G11', fix: expect.stringContaining('into a date') }]);
  expect(readSetting('band', 'wide', context).value).toBeUndefined();
});

test.each(['40.8 / 23.8', '40.8% / 23.8%', '0.408 / 0.238'])('the default rates "%s" are two settings', (text) => {
  expect(readDefaultRates(text)).toEqual({ defaultShortRate: { value: 0.408 }, defaultLongRate: { value: 0.238 } });
});

test.each(['40.8', '90 / 20', 'high / low', '1 / 2 / 3'])('"%s" is not a pair of rates', (text) => {
  expect(readDefaultRates(text).defaultShortRate.troubles).toMatchObject([{ code: 'G11' }]);
});
