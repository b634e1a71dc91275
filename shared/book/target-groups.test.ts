import fc from 'fast-check';
import { defaultSettings } from '../contract/settings-catalogue';
import { exampleAccount, exampleMarket } from './examples';
import { expandTarget } from './target';
import type { TargetGroup } from './target-groups';

const securities = {
  VTI: 'US equity',
  ITOT: 'US equity',
  VXUS: 'Intl equity',
  BND: 'Bonds',
  SPAXX: { assetClass: 'Cash', type: 'Cash' as const },
};

function groupsOf(models: Parameters<typeof exampleMarket>[1], settings: Partial<typeof defaultSettings> = {}): TargetGroup[] {
  const account = exampleAccount({ model: 'M', settings: { ...defaultSettings, cashTarget: 0, ...settings } });
  return expandTarget(exampleMarket(securities, models), account).groups.map(rounded);
}

const cut = (value?: number): number | undefined => (value === undefined ? undefined : Number(value.toFixed(12)));
const rounded = (group: TargetGroup): TargetGroup => ({ ...group, target: cut(group.target)!, min: cut(group.min), max: cut(group.max) });

describe('targetGroups', () => {
  it('puts the Band around the whole class, however the model reaches it', () => {
    expect(groupsOf({ M: { 'US equity': 0.3, ITOT: 0.2, BND: 0.45, CASH: 0.05 } })).toEqual([
      { kind: 'class', name: 'Bonds', members: ['BND'], target: 0.45, min: 0.36, max: 0.54, source: 'Band 20% relative' },
      { kind: 'class', name: 'US equity', members: ['ITOT', 'VTI'], target: 0.5, min: 0.4, max: 0.6, source: 'Band 20% relative' },
    ]);
  });

  it('prefers Min and Max as typed, each side on its own', () => {
    const [bonds, us] = groupsOf(
      { M: { 'US equity': { target: 0.6, min: 0.5, row: 7 }, Bonds: { target: 0.4, min: 0.3, max: 0.45, row: 8 } } },
      { band: '5%' },
    );
    expect(us).toMatchObject({ min: 0.5, max: 0.65, source: 'Models row 7 (M › US equity) and Band 5%' });
    expect(bonds).toMatchObject({ min: 0.3, max: 0.45, source: 'Models row 8 (M › Bonds)' });
  });

  it('gives symbols and models a range only when they state one', () => {
    const groups = groupsOf(
      { M: { Equity: { target: 0.7, max: 0.8 }, BND: { target: 0.3, min: 0.2 } }, Equity: { VTI: 0.6, VXUS: 0.4 } },
      { band: undefined },
    );
    expect(groups.filter(({ kind }) => kind === 'class').map(({ min, max }) => [min, max])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(groups.filter(({ kind }) => kind !== 'class')).toMatchObject([
      { kind: 'model', name: 'Equity', members: ['VTI', 'VXUS'], target: 0.7, min: undefined, max: 0.8 },
      { kind: 'symbol', name: 'BND', members: ['BND'], target: 0.3, min: 0.2, max: undefined },
    ]);
  });

  it('multiplies a nested Min and Max by the weight of the model around it', () => {
    const [, equity] = groupsOf({ M: { Equity: 0.5, BND: 0.5 }, Equity: { 'Intl equity': { target: 1, min: 0.6, max: 1 } } });
    expect(equity).toMatchObject({ name: 'Intl equity', target: 0.5, min: 0.3, max: 0.5 });
  });

  it('adds the band of what reaches a class beside a stated range', () => {
    const [, us] = groupsOf({ M: { 'US equity': { target: 0.3, min: 0.2, max: 0.4 }, ITOT: 0.2, BND: 0.5 } }, { band: '10% relative' });
    expect(us).toMatchObject({ target: 0.5, min: 0.2 + 0.18, max: 0.4 + 0.22 });
  });

  it('shifts a model’s range by what else holds its symbols', () => {
    const group = groupsOf({ M: { Equity: { target: 0.5, min: 0.4, max: 0.6 }, VTI: 0.2, BND: 0.3 }, Equity: { VTI: 1 } }).find(
      ({ kind }) => kind === 'model',
    );
    expect(group).toMatchObject({ target: 0.7, min: 0.6, max: 0.8 });
  });

  it('leaves limits as typed when the model makes room for cash, but never shuts out the target', () => {
    const [bonds, us] = groupsOf(
      { M: { 'US equity': { target: 0.6, min: 0.5, max: 0.7 }, Bonds: { target: 0.4, min: 0.39, max: 0.5 } } },
      { cashTarget: 0.05 },
    );
    expect(us).toMatchObject({ target: 0.57, min: 0.5, max: 0.7 });
    expect(bonds).toMatchObject({ target: 0.38, min: 0.38, max: 0.5 });
  });

  it('leaves cash to its own settings unless the model states a range for it', () => {
    expect(groupsOf({ M: { VTI: 0.9, SPAXX: 0.1 } }).map(({ name }) => name)).toEqual(['US equity']);
    expect(groupsOf({ M: { VTI: 0.9, Cash: { target: 0.1, max: 0.2, componentType: 'Asset class' } } })[1]).toMatchObject({
      kind: 'symbol',
      name: 'CASH',
      members: ['CASH'],
      target: 0.1,
      max: 0.2,
    });
  });

  it('has no class band when Band is off or not a band', () => {
    for (const band of [undefined, 'wide']) {
      expect(groupsOf({ M: { VTI: 1 } }, { band })).toMatchObject([{ min: undefined, max: undefined, source: 'Model, no band' }]);
    }
  });

  it('always holds the target', () => {
    const component = fc.record({
      target: fc.integer({ min: 1, max: 9 }),
      below: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      above: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    const cash = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(component, { minLength: 4, maxLength: 4 }),
        cash,
        fc.constantFrom('5%', '20% relative', '5/25', undefined),
        (parts, cashTarget, band) => {
          const rows = parts.map(({ target, below, above }) => ({
            target: target / 10,
            min: below === null ? undefined : (target / 10) * below,
            max: above === null ? undefined : target / 10 + (1 - target / 10) * above,
          }));
          const models = { M: { 'US equity': rows[0], Equity: rows[1], BND: rows[2] }, Equity: { 'US equity': rows[3], VXUS: 0.5 } };
          for (const { target, min = 0, max = 1 } of groupsOf(models, { cashTarget, band })) {
            expect(min).toBeLessThanOrEqual(target);
            expect(max).toBeGreaterThanOrEqual(target);
          }
        },
      ),
    );
  });
});
