import { exampleMarket } from './examples';
import { Expander } from './expand-model';

/** M1 holds M2, M2 holds M3 … and the last holds VTI. */
const chain = (length: number): Parameters<typeof exampleMarket>[1] =>
  Object.fromEntries(
    Array.from({ length }, (_, index): [string, Record<string, number>] => [
      `M${index + 1}`,
      index + 1 === length ? { VTI: 1 } : { [`M${index + 2}`]: 0.5, BND: 0.5 },
    ]),
  );
const market = { VTI: 'US equity', BND: 'Bonds' };

describe('Expander', () => {
  it('follows six levels and no more', () => {
    const six = new Expander(exampleMarket(market, chain(6))).expand('M1')!;
    expect(six.weights.get('VTI')).toBe(1 / 32);
    expect(six.problems).toEqual([]);
    const seven = new Expander(exampleMarket(market, chain(7))).expand('M1')!;
    expect(seven.weights.has('VTI')).toBe(false);
    expect(seven.problems).toEqual(['"M7" in model "M6" lies deeper than 6 models. Maybe a model contains itself.']);
  });

  it('cuts a loop and scales the rest', () => {
    const looped = new Expander(exampleMarket(market, { A: { B: 0.5, VTI: 0.5 }, B: { A: 1 } })).expand('a')!;
    expect([...looped.weights]).toEqual([['VTI', 1]]);
    expect(looped.problems).toEqual([
      '"A" in model "B" lies deeper than 6 models. Maybe a model contains itself.',
      '"B" in model "A" leads to no security.',
    ]);
  });

  it('works models out once per level, so that wide nesting costs no more than its rows', () => {
    const layer = (next: string): Record<string, number> =>
      Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`${next}-${k}`, 1 / 40]));
    const models = Object.fromEntries([
      ['M', layer('L1')],
      ...[1, 2, 3, 4].flatMap((level) =>
        Array.from({ length: 40 }, (_, k) => [`L${level}-${k}`, level === 4 ? { VTI: 1 } : layer(`L${level + 1}`)] as const),
      ),
    ]);
    expect(new Expander(exampleMarket(market, models)).expand('M')!.weights.get('VTI')).toBeCloseTo(1, 12);
  });

  it('adds up a stated range that is reached by two branches', () => {
    const { limited } = new Expander(
      exampleMarket(market, {
        M: { Left: 0.4, Right: 0.6 },
        Left: { Core: 0.5, BND: 0.5 },
        Right: { Core: 1 },
        Core: { VTI: { target: 0.5, max: 0.6 }, BND: 0.5 },
      }),
    ).expand('M')!;
    expect(limited).toMatchObject([{ model: 'Core', outer: 0.8, weight: 0.4, symbols: ['VTI'] }]);
  });

  it('knows no model of another name', () => {
    expect(new Expander(exampleMarket(market)).expand('M')).toBeUndefined();
  });
});
