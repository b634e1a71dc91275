import type { Account } from '../../../shared/book/book';
import { buildAssetClasses } from '../../../shared/book/asset-classes';
import { buildHouseholds } from '../../../shared/book/households';
import { account, book, freely, lot, security } from '../examples';
import type { Plan } from '../plan';
import { misplaced } from '../preferences/location';
import { barsFor, locationWorth, type Plans } from './bars';
import { frameHousehold, type Frame } from './frame';

const market = [security('BND', 100, 'Bonds'), security('FUND', 50, 'Other', { type: 'Mutual fund' }), security('VTI', 200, 'US equity')];
const assetClasses = buildAssetClasses([{ assetClass: 'Bonds', preferredLocation: 'Tax-deferred' }]);

function frameOf(location: 'Off' | 'Prefer' | 'Strict', ira: Parameters<typeof account>[0] = {}): Frame {
  const settings = { ...freely, location };
  const accounts: Account[] = [
    account({ id: 'A', cash: 50_000, lots: [lot('VTI', 100, 150, '2020-01-02')], settings }),
    account({ id: 'IRA', taxType: 'Tax-deferred', cash: 50_000, lots: [lot('FUND', 100, null, null)], ...ira, settings }),
  ];
  const family = buildHouseholds([{ householdId: 'H', manageAs: 'Together', locationPolicy: 'By asset class' }]).get('h')!;
  return frameHousehold(book(market, { BND: 0.4, VTI: 0.6 }, accounts, { assetClasses }), family, accounts, new Set(['A', 'IRA']))!;
}

const member = (frame: Frame, id: string) => frame.traded.find((each) => each.account.id === id)!;
const told = (frame: Frame, id: string, plans: Plans = new Map()): string[] => barsFor(frame, member(frame, id), plans).map(({ code, side, name }) => `${code} ${side}: ${name}`);
const plan = (sells: number[], buys: number[]): Plan => ({ sells: Float64Array.from(sells), buys: Float64Array.from(buys) });

test('what another account sells is not bought, what it buys is not sold', () => {
  const plans = new Map([['A', plan([0.1], [0.2, 0, 0])]]);
  expect(told(frameOf('Off'), 'IRA', plans)).toEqual([
    'sold-in-household sell: BND is not sold: it is bought in this run in A', 'sold-in-household buy: VTI is not bought: it is sold in this run in A',
  ]);
  expect(told(frameOf('Off'), 'IRA')).toEqual([]);
});

test('what only another account holds is not bought', () => {
  expect(told(frameOf('Off'), 'A')).toEqual(['held-in-household buy: FUND is not bought: it is no part of the model']);
});

test('under Strict nothing is bought outside its place while there is room in it, and may be when there is none', () => {
  const location = 'location buy: BND is not bought: IRA has room for Bonds';
  expect(told(frameOf('Strict'), 'A')).toContain(location);
  expect(told(frameOf('Strict'), 'IRA')).not.toContain(location);
  expect(told(frameOf('Prefer'), 'A')).not.toContain(location);
  expect(told(frameOf('Strict'), 'A', new Map([['IRA', plan([1 / 11], [10 / 11 + 1 / 11, 0, 0])]]))).not.toContain(location);
  const never = { rule: 'Never buy' as const, on: 'Symbol' as const, value: 'BND', strictness: 'hard' as const, source: 'Restrictions row 2' };
  expect(told(frameOf('Strict', { restrictions: [never] }), 'A')).not.toContain(location);
});

test('a place is worth what it saves, where the setting asks', () => {
  expect([...locationWorth(frameOf('Prefer'), member(frameOf('Prefer'), 'A'))].map((worth) => worth + 0)).toEqual([-misplaced, 0, 0]);
  expect([...locationWorth(frameOf('Off'), member(frameOf('Off'), 'A'))]).toEqual([0, 0, 0]);
});
