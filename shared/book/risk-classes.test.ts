import { buildRiskClasses } from './risk-classes';

describe('buildRiskClasses', () => {
  it('refers to the other classes by their own spelling', () => {
    expect(
      buildRiskClasses([
        { riskClass: 'US equity', volatility: 0.16, correlations: { BONDS: 0.1, 'us equity': 1, Gold: 0.2 } },
        { riskClass: 'Bonds', volatility: 0.05, correlations: { 'US Equity': 0.1 } },
      ]),
    ).toEqual([
      { name: 'Bonds', volatility: 0.05, correlations: { 'US equity': 0.1 } },
      { name: 'US equity', volatility: 0.16, correlations: { Bonds: 0.1 } },
    ]);
  });

  it('leaves out impossible correlations, classes without volatility, and repeated classes', () => {
    expect(
      buildRiskClasses([
        { riskClass: 'A', volatility: 0.1, correlations: { B: 1.2 } },
        { riskClass: 'B', volatility: 0.2, correlations: { A: -1 } },
        { riskClass: 'a', volatility: 0.9, correlations: {} },
        { riskClass: 'C', volatility: NaN, correlations: {} },
      ]),
    ).toEqual([
      { name: 'A', volatility: 0.1, correlations: {} },
      { name: 'B', volatility: 0.2, correlations: { A: -1 } },
    ]);
  });
});
