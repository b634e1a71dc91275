import { asDollars, asPercent, fromRestriction, slack, violation, type Row } from './row';

const row: Row = { name: 'r', source: 's', code: 'c', tier: 'repair', expression: {}, min: 0.2, max: 0.4 };

test.each([[0.1, 0.1, -0.1], [0.2, 0, 0], [0.3, 0, 0.1], [0.45, 0.05, -0.05]])('a value of %d', (value, missed, room) => {
  expect(violation(row, value)).toBeCloseTo(missed, 12);
  expect(slack(row, value)).toBeCloseTo(room, 12);
});

test('a row without bounds always holds', () => {
  expect(violation({ ...row, min: undefined, max: undefined }, 99)).toBe(0);
});

test('restrictions keep their source and strictness; soft ones have a price', () => {
  const restriction = { rule: 'Max %' as const, on: 'Symbol' as const, value: 'X', source: 'Restrictions row 3', strictness: 'soft' as const };
  expect(fromRestriction(restriction, 'max')).toEqual({ source: 'Restrictions row 3', code: 'max', tier: 'soft', price: 0.02 });
  expect(fromRestriction({ ...restriction, strictness: 'repair' }, 'max')).not.toHaveProperty('price');
});

test('figures as people read them', () => {
  expect([asPercent(0.0525), asDollars(12_400.4), asDollars(-3)]).toEqual(['5.3 %', '$12,400', '$-3']);
});
