import fc from 'fast-check';
import { defaultSettings, type SettingValues } from '../contract/settings-catalogue';
import { effectiveSettings, settingsFinder } from './effective-settings';
import type { Row } from './rows';

type SettingsRow = Row<'settings'>;
const account = { id: '4471-0093', group: 'Core' };
const row = (scope: SettingsRow['scope'], scopeId: string | undefined, values: SettingValues, number = 2): SettingsRow => ({
  scope,
  scopeId,
  values,
  row: number,
});

describe('effectiveSettings', () => {
  it('is the built-in defaults when nothing is set', () => {
    const { settings, origins } = effectiveSettings([], account);
    expect(settings).toEqual(defaultSettings);
    expect(Object.keys(origins).sort()).toEqual(Object.keys(defaultSettings).sort());
    expect(new Set(Object.values(origins).map(({ level }) => level))).toEqual(new Set(['Default']));
  });

  it('lets the most specific filled cell win, cell by cell, and says where it was', () => {
    const { settings, origins } = effectiveSettings(
      [
        row('Account', '4471-0093', { taxCare: 'Off' }, 4),
        row('Firm', undefined, { taxCare: 'Low', cashTarget: 0.05, seed: 7 }, 2),
        row('Group', 'CORE', { taxCare: 'Medium', cashTarget: 0 }, 3),
      ],
      account,
    );
    expect(settings).toMatchObject({ taxCare: 'Off', cashTarget: 0, seed: 7 });
    expect(origins).toMatchObject({
      taxCare: { level: 'Account', row: 4 },
      cashTarget: { level: 'Group', row: 3 },
      seed: { level: 'Firm', row: 2 },
      band: { level: 'Default' },
    });
  });

  it('switches a limit off by none, which stops inheritance', () => {
    const rows = [row('Firm', undefined, { maxTurnover: 0.1, band: '5%' }), row('Group', 'Core', { maxTurnover: 'none', band: 'none' }, 3)];
    const { settings, origins } = effectiveSettings(rows, account);
    expect(settings.maxTurnover).toBeUndefined();
    expect(settings.band).toBeUndefined();
    expect(origins.maxTurnover).toEqual({ level: 'Group', row: 3 });
    expect(effectiveSettings(rows, { id: 'other' }).settings).toMatchObject({ maxTurnover: 0.1, band: '5%' });
  });

  it('shares one object among the accounts of a group', () => {
    const find = settingsFinder([row('Group', 'Core', { seed: 2 })]);
    expect(find({ id: 'A', group: 'core' })).toBe(find({ id: 'B', group: 'Core' }));
    expect(find({ id: 'C' })).toBe(find({ id: 'D', group: ' ' }));
  });

  it('obeys the law of inheritance for every setting, in whatever order the rows come', () => {
    const cell = fc.constantFrom<number | 'none' | undefined>(undefined, 'none', 0, 0.1, 0.3);
    fc.assert(
      fc.property(cell, cell, cell, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (firm, group, own, order) => {
        const rows = [
          row('Firm', undefined, { maxPosition: firm }, 2),
          row('Group', 'Core', { maxPosition: group }, 3),
          row('Account', account.id, { maxPosition: own }, 4),
        ];
        const given = [own, group, firm].find((value) => value !== undefined);
        const found = effectiveSettings(
          order.map((index) => rows[index]),
          account,
        );
        expect(found.settings.maxPosition).toBe(given === 'none' ? undefined : given);
        expect(found.origins.maxPosition.level).toBe(
          own !== undefined ? 'Account' : group !== undefined ? 'Group' : firm !== undefined ? 'Firm' : 'Default',
        );
        expect({ ...found.settings, maxPosition: undefined }).toEqual({ ...defaultSettings, maxPosition: undefined });
      }),
    );
  });
});
