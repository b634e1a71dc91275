import type { Row } from './rows';
import { buildSecurities, isCash, symbolFinder, unranked } from './securities';

const row = (change: Partial<Row<'securities'>> = {}): Row<'securities'> => ({
  symbol: 'VTI',
  price: 290,
  assetClass: 'US equity',
  ...change,
});
const one = (change: Partial<Row<'securities'>>) => buildSecurities([row(change)]).get('VTI');

describe('buildSecurities', () => {
  it('fills blanks with the contract’s defaults', () => {
    expect(one({})).toEqual({
      symbol: 'VTI',
      price: 290,
      assetClass: 'US equity',
      type: 'ETF',
      washClass: 'VTI',
      riskClass: 'US equity',
      buyRank: unranked,
      tradable: 'Yes',
      roundTo: 1,
      tradeCost: 0,
      spread: 0.0002,
      redemptionFee: 0,
      feeDays: 0,
    });
    expect(one({ type: 'Mutual fund' })!.roundTo).toBe(0.001);
  });

  it('keeps a zero that was typed', () => {
    expect(one({ spread: 0, tradeCost: 0, buyRank: 0 })).toMatchObject({ spread: 0, tradeCost: 0, buyRank: 0 });
  });

  it('prices in the book’s currency', () => {
    expect(one({ price: 100, currency: 'EUR', fx: 1.25 })!.price).toBe(125);
  });

  it('always has CASH at one dollar, which a row may class but not price', () => {
    expect(buildSecurities([]).get('CASH')).toMatchObject({ price: 1, type: 'Cash', assetClass: 'Cash', spread: 0 });
    const cash = buildSecurities([row({ symbol: 'cash', price: 7, assetClass: 'Liquidity' })]).get('CASH')!;
    expect(cash).toMatchObject({ price: 1, type: 'Cash', assetClass: 'Liquidity' });
    expect(isCash(cash)).toBe(true);
  });

  it('leaves out a security without a usable price, and the second row of a symbol', () => {
    expect([...buildSecurities([row({ price: undefined }), row({ symbol: 'X', price: 0 })]).keys()]).toEqual(['CASH']);
    expect(buildSecurities([row({ price: 1 }), row({ price: 2 })]).get('VTI')!.price).toBe(1);
  });

  it('gives each class, sector, issuer and wash-sale class one spelling, the asset-class table’s first', () => {
    const securities = buildSecurities(
      [
        row({ symbol: 'A', assetClass: 'us equity', sector: 'tech', issuer: 'Apple', washSaleClass: 'mkt' }),
        row({ symbol: 'B', assetClass: 'US EQUITY', sector: 'Tech', issuer: 'APPLE', washSaleClass: 'MKT' }),
      ],
      { assetClasses: ['US equity'] },
    );
    for (const symbol of ['A', 'B']) {
      expect(securities.get(symbol)).toMatchObject({
        assetClass: 'US equity',
        riskClass: 'US equity',
        sector: 'Tech',
        issuer: 'APPLE',
        washClass: 'MKT',
      });
    }
  });

  it('orders by symbol and finds them in any case', () => {
    const securities = buildSecurities([row(), row({ symbol: 'BND' })]);
    expect([...securities.keys()]).toEqual(['BND', 'CASH', 'VTI']);
    expect(symbolFinder(securities)(' vti')).toBe('VTI');
  });
});
