/** An account's effective settings, after inheritance. Names follow the catalogue in `shared/contract/settings-catalogue.ts`. */
export interface Settings {
  readonly style: 'Full' | 'To band edge' | 'Buy only' | 'Raise cash' | 'Harvest only' | 'Hold';
  readonly tradeWhen: 'Score or band' | 'Out of band only' | 'Always';
  /** Basis points of account value. */
  readonly minimumScore: number;
  readonly scoreAfterATrade: number;
  /** Days. */
  readonly scoreHalfLife: number;
  /** `5%`, `20% relative`, `5/25`, or undefined when switched off. */
  readonly band?: string;
  readonly cashTarget: number;
  readonly cashMinimum: number;
  readonly cashMaximum?: number;
  /** Dollars and fraction of account value; the greater applies. */
  readonly minimumTrade: number;
  readonly minimumTradePercent: number;
  readonly minimumPosition: number;
  readonly fractionalShares: boolean;
  /** Fraction of account value per run; undefined = no limit. */
  readonly maxTurnover?: number;
  readonly daysBetweenTrades: number;
  /** Orders per run; undefined = no limit. */
  readonly maximumTrades?: number;
  readonly taxCare: 'Off' | 'Low' | 'Medium' | 'High';
  readonly lotChoice: 'Least tax' | 'Highest cost' | 'FIFO' | 'LIFO' | 'Average';
  readonly avoidShortTermGains: boolean;
  /** Days. */
  readonly longTermWait: number;
  /** Days. */
  readonly minimumHoldingPeriod: number;
  readonly harvestLosses: 'Off' | 'Year-round' | 'Year-end';
  /** Loss as a fraction of basis: where the harvest threshold ends on 1 December. */
  readonly harvestAt: number;
  /** Dollars. */
  readonly harvestAtDollars: number;
  readonly washSaleWindow: number;
  readonly washSaleScope: 'Account' | 'Household' | 'Linked';
  readonly washSaleIs: 'Block' | 'Warn';
  readonly acceptSubstitutes: boolean;
  /** Basis points of the amount switched. */
  readonly defaultHurdle: number;
  readonly maxPosition?: number;
  readonly maxIssuer?: number;
  readonly maxSector?: number;
  readonly maxTrackingError?: number;
  readonly location: 'Off' | 'Prefer' | 'Strict';
  /** Months left over which gains are spread; 0 = at once. */
  readonly transitionMonths: number;
  /** Days. */
  readonly avoidBuyingBeforeDistribution: number;
  readonly orderType: string;
  readonly timeInForce: string;
  readonly priceAgeLimit: number;
  readonly defaultShortRate: number;
  readonly defaultLongRate: number;
  readonly allowShorts: boolean;
  readonly allowMargin: boolean;
  /** Seconds. */
  readonly timeLimit: number;
  readonly seed: number;
  /** Fraction of account value paid a year for 1 % of tracking error. */
  readonly riskPrice: number;
  /** Annual cost of a dollar of cash above target, as a fraction. */
  readonly cashDrag: number;
  /** What a taxable lot without basis or date means: leave the account out, price it as the highest gain, or never sell it. */
  readonly unknownBasis: 'Skip' | 'Highest gain' | 'Never sell';
  /** What waits when a row cannot be trusted: the account, or only the trades that depend on the row. */
  readonly isolateDoubt: 'Account' | 'Trades';
  /** Shares that a fill may be off. */
  readonly reconcileShares: number;
  /** Dollars that cash may be off once trades are filled. */
  readonly reconcileDollars: number;
}

/** Where a setting's value came from. */
export interface Origin {
  readonly level: 'Default' | 'Firm' | 'Group' | 'Account';
  /** Row in Settings, when a cell gave it. */
  readonly row?: number;
}
