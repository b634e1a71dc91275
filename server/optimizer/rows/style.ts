import type { Settings } from '../../../shared/book/settings';
import { bands } from './bands';
import type { AccountSnapshot } from '../snapshot';
import { stayOf } from '../stay';
import { rowValue } from '../row-value';
import type { Policy, Row } from './row';

const base = (style: string): Pick<Row, 'source' | 'code' | 'tier'> => ({ source: `Settings: Style ${style}`, code: 'style', tier: 'fixed' });

const noSells: Policy = ({ lots, settings }) => lots.map((_, l) => ({
  ...base(settings.style), name: 'no sales', expression: { sells: [[l, 1]] }, max: 0,
}));

const noBuys: Policy = ({ assets, settings }) => assets.map((_, i) => ({
  ...base(settings.style), name: 'no purchases', expression: { buys: [[i, 1]] }, max: 0,
}));

/** Sales stop where the cash asked for is raised. */
const raiseCash: Policy = (snapshot) => {
  const { cash, settings } = snapshot;
  return [...noBuys(snapshot), {
    ...base(settings.style), name: 'sell only to raise cash', expression: { cash: 1 }, max: Math.max(cash.weight, cash.floor, cash.target),
  }];
};

/** Only losses that pass both harvest thresholds may be sold. */
const harvestOnly: Policy = ({ lots, settings, value }) => lots.flatMap((lot, l) => {
  const dollars = -lot.gain * lot.weight * value;
  if (lot.lossFraction > 0 && lot.lossFraction >= settings.harvestAt && dollars >= settings.harvestAtDollars) return [];
  return [{ ...base(settings.style), name: 'only losses are sold', expression: { sells: [[l, 1] as const] }, max: 0 }];
});

/** No more is traded than lies outside the bands. */
const toBandEdge: Policy = (snapshot) => {
  const { settings, assets, lots, cash } = snapshot;
  const { over, under } = outsideBands(snapshot);
  const sell = Math.max(over, under) + Math.max(0, cash.floor - cash.weight);
  const buy = Math.max(over, under) + Math.max(0, cash.weight - (cash.ceiling ?? Infinity));
  return [
    { ...base(settings.style), name: 'sell only to the band edge', expression: { sells: lots.map((_, l) => [l, 1]) }, max: sell },
    { ...base(settings.style), name: 'buy only to the band edge', expression: { buys: assets.map((_, i) => [i, 1]) }, max: buy },
  ];
};

/** Weight above the upper and below the lower band edges today. */
function outsideBands(snapshot: AccountSnapshot): { over: number; under: number } {
  const { plan, after: today } = stayOf(snapshot);
  const total = { over: 0, under: 0 };
  for (const row of bands(snapshot)) {
    const value = rowValue(row, snapshot, plan, today);
    total.over += Math.max(0, value - (row.max ?? Infinity));
    total.under += Math.max(0, (row.min ?? -Infinity) - value);
  }
  return total;
}

const styles: Readonly<Record<Settings['style'], Policy>> = {
  Full: () => [],
  'To band edge': toBandEdge,
  'Buy only': noSells,
  'Raise cash': raiseCash,
  'Harvest only': harvestOnly,
  Hold: (snapshot) => [...noSells(snapshot), ...noBuys(snapshot)],
};

/** What the setting *Style* allows. */
export const style: Policy = (snapshot) => styles[snapshot.settings.style](snapshot);
