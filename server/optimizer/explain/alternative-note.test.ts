import type { Lot } from '../../../shared/book/book';
import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { rowsOf } from '../rows';
import type { AccountSnapshot } from '../snapshot';
import { alternativeNotes, withNote, type AlternativeNotes } from './alternative-note';

const bonds = lot('BND', 2500 / 9, 100, '2024-01-02', 'B');

/** The note on selling a tenth of the account from the lot `sold` of VTI beside others. */
function saleNote(vti: readonly Lot[], more: SixtyForty = {}, change: (snapshot: AccountSnapshot) => AccountSnapshot = (same) => same): string | undefined {
  const snapshot = change(snapshotOf(sixtyForty({ ...more, lots: [bonds, ...vti] })));
  const sold = snapshot.lots.findIndex((each) => each.lot.id === 'sold');
  const sells = Float64Array.from(snapshot.lots, (_, l) => (l === sold ? 0.1 : 0));
  return alternativeNotes(snapshot, rowsOf(snapshot), { sells, buys: new Float64Array(2) }).sale(sold);
}

const sold = lot('VTI', 175, 150, '2020-01-02', 'sold');
const other = (unitCost: number | null, acquired: string | null): Lot => lot('VTI', 175, unitCost, acquired, 'L-7');

test.each<[string, Lot, SixtyForty, string | undefined]>([
  ['waits for long-term', other(100, '2025-12-02'), { settings: { longTermWait: 0 } }, 'L-7 not sold: long-term in 13 days, saves $1,445 of tax'],
  ['waits for long-term by rule', other(100, '2025-12-02'), { settings: { longTermWait: 30 } }, 'L-7 not sold: long-term on 2026-12-03, saves $1,445 of tax'],
  ['has the larger gain', other(100, '2020-01-03'), {}, 'L-7 not sold: larger gain, saves $595 of tax'],
  ['costs the same', other(150, '2020-01-03'), {}, undefined],
  ['is taxed no more', other(100, '2020-01-03'), { taxType: 'Tax-free' }, undefined],
])('the other lot %s', (_, kept, more, note) => {
  expect(saleNote([sold, kept], more)).toBe(note);
});

test('a cheaper lot is told only where a rule kept it', () => {
  const loss = other(220, '2020-01-03');
  expect(saleNote([sold, loss])).toBeUndefined();
  const bought = (snapshot: AccountSnapshot): AccountSnapshot => ({ ...snapshot, wash: new Map([['VTI', { lossBlocked: '10 bought on 2026-11-10' }]]) });
  expect(saleNote([sold, loss], {}, bought)).toMatch(/^L-7 not sold: 10 bought on 2026-11-10, though it saves \$[\d,]+ of tax$/);
});

test('a harvest says of the other losses that they wait, or are smaller', () => {
  const deep = lot('VTI', 175, 400, '2020-01-02', 'sold');
  expect(saleNote([deep, other(220, '2020-01-03')], { settings: { harvestAt: 0.2 } })).toMatch(/^L-7 not sold: its loss is still small, saves \$/);
  expect(saleNote([deep, other(300, '2020-01-03')], { settings: { harvestAt: 0 } })).toMatch(/^L-7 not sold: smaller loss, saves \$/);
});

test('a redemption fee is a reason', () => {
  const charged = (snapshot: AccountSnapshot): AccountSnapshot =>
    ({ ...snapshot, lots: snapshot.lots.map((each) => (each.lot.id === 'L-7' ? { ...each, fee: 0.02 } : each)) });
  expect(saleNote([sold, other(150, '2020-01-03')], {}, charged)).toMatch(/^L-7 not sold: redemption fee, saves \$\d+$/);
});

describe('of a purchase', () => {
  const notes = (more: SixtyForty, bought: number, change: (snapshot: AccountSnapshot) => AccountSnapshot = (same) => same): AlternativeNotes => {
    const snapshot = change(snapshotOf(sixtyForty(more)));
    return alternativeNotes(snapshot, rowsOf(snapshot), { sells: new Float64Array(2), buys: Float64Array.of(bought, 0) });
  };
  const oneClass: SixtyForty = { bnd: { assetClass: 'US equity' } };

  test('the next security of its class, or the cash', () => {
    expect(notes({}, 0.03).purchase(0)).toMatch(/^kept in cash: \$\d+ dearer$/);
    expect(notes(oneClass, 0.03).purchase(0)).toMatch(/^(VTI instead|kept in cash): \$\d+ dearer$/);
  });

  test('what may not be bought is no alternative', () => {
    const never = { rule: 'Never buy' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 's' };
    expect(notes({ ...oneClass, restrictions: [never] }, 0.03).purchase(0) ?? '').not.toContain('VTI');
  });

  test('too little to matter is not told', () => {
    expect(notes({}, 1e-6).purchase(0)).toBeUndefined();
  });
});

test('a note is added where it fits the cell, whole or not at all', () => {
  expect(withNote('Over target', 'kept in cash: $5 dearer')).toBe('Over target; kept in cash: $5 dearer');
  expect(withNote('Over target', undefined)).toBe('Over target');
  expect(withNote('x'.repeat(130), 'kept in cash: $5 dearer')).toBe('x'.repeat(130));
  expect(withNote('x'.repeat(137), 'y')).toHaveLength(140);
});
