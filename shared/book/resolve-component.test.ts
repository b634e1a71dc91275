import { exampleMarket } from './examples';
import { directoryOf, type Resolved } from './resolve-component';
import type { ModelComponent } from './book';

const market = exampleMarket(
  {
    VTI: { assetClass: 'US equity', buyRank: 2 },
    ITOT: { assetClass: 'US Equity', buyRank: 1 },
    SCHB: { assetClass: 'US equity', buyRank: 0, tradable: 'Sell only' },
    BND: 'Bonds',
    AGG: 'Bonds',
    REIT: { assetClass: 'Property', tradable: 'Hold' },
    SPAXX: { assetClass: 'Cash', type: 'Cash' },
    BIL: { assetClass: 'T-bills' },
    Core: 'Odd',
  },
  { Core: { VTI: 1 }, Bonds: { BND: 1 } },
);
const directory = directoryOf(market);
const resolve = (component: string, type?: ModelComponent['type']): Resolved | undefined =>
  directory.resolve({ component, type, target: 1, buyRank: 1 });

describe('directoryOf', () => {
  it('buys the lowest rank among the securities that may be bought', () => {
    expect(resolve('us EQUITY')).toEqual({ kind: 'class', name: 'US Equity', symbol: 'ITOT' });
  });

  it('takes the first symbol when no rank decides', () => {
    expect(resolve('Bonds', 'Asset class')).toMatchObject({ symbol: 'AGG' });
  });

  it('represents a class in which nothing may be bought by its best security', () => {
    expect(resolve('Property')).toMatchObject({ kind: 'class', symbol: 'REIT' });
  });

  it('takes an ambiguous name for a model unless its type says otherwise', () => {
    expect(resolve('core')).toEqual({ kind: 'model', name: 'Core', key: 'core' });
    expect(resolve('Core', 'Symbol')).toMatchObject({ kind: 'symbol', symbol: 'Core' });
    expect(resolve('Bonds')).toMatchObject({ kind: 'model' });
    expect(resolve('VTI', 'Model')).toBeUndefined();
  });

  it('leads cash, sweep funds and a class of cash to CASH', () => {
    for (const found of [resolve('cash'), resolve('CASH', 'Symbol'), resolve('SPAXX'), resolve('Cash', 'Asset class')]) {
      expect(found).toEqual({ kind: 'symbol', name: 'CASH', symbol: 'CASH' });
    }
    expect(resolve('T-bills')).toMatchObject({ symbol: 'BIL' });
  });

  it('finds nothing under an unknown name', () => {
    expect(resolve('Gold')).toBeUndefined();
  });

  it('lists the members of a class without cash', () => {
    expect(directory.members('us equity')).toEqual(['ITOT', 'SCHB', 'VTI']);
    expect(directory.members('Cash')).toEqual([]);
    expect(directory.members('Gold')).toEqual([]);
  });
});
