import type { Settings } from '../book/settings';
import { bp, list, money, number, percent, text, whole, type Column } from './column';

/** One setting: the column that may be added to Settings, its value when nobody sets it, and what is allowed, in words. */
export interface Setting<Value = unknown> extends Column {
  readonly default: Value;
  readonly allowed: string;
  /** What the word `none` means here: `'unlimited'` removes the limit, a number is written in its place. */
  readonly none?: 'unlimited' | number;
  /** A Yes/No column whose value is a boolean. */
  readonly yesNo?: true;
  /** The setting's value per unit typed: a column in basis points whose setting is a fraction has 0.0001. */
  readonly scale?: number;
  /** Exact form a text must have. */
  readonly pattern?: RegExp;
}

/** The catalogue's shape: forgetting a setting does not compile. */
type Catalogue = { readonly [Key in keyof Required<Settings>]: Setting<Settings[Key]> };

type Words = { help: string; aliases?: readonly string[] };

const yesNo = (header: string, value: boolean, words: Words): Setting<boolean> => ({
  ...list(header, { Yes: ['Y', 'True', 'On', '1'], No: ['N', 'False', 'Off', '0', 'None'] }, { ...words, example: value ? 'Yes' : 'No' }),
  default: value,
  allowed: 'Yes | No',
  yesNo: true,
});

const oneOf = <const Choices extends Record<string, readonly string[]>>(header: string, choices: Choices, value: keyof Choices & string, words: Words): Setting<keyof Choices & string> => ({
  ...list(header, choices, { ...words, example: value }),
  default: value,
  allowed: Object.keys(choices).join(' | '),
});

const share = (header: string, value: number, max: number, words: Words): Setting<number> => ({
  ...percent(header, { ...words, min: 0, max, example: value }),
  default: value,
  allowed: `0–${max * 100} %`,
  none: 0,
});

const cap = (header: string, value: number | undefined, max: number, words: Words & { example: number }): Setting<number | undefined> => ({
  ...percent(header, { ...words, min: 0, max }),
  default: value,
  allowed: `0–${max * 100} %, or none`,
  none: 'unlimited',
});

const count = (header: string, unit: string, value: number, [min, max]: readonly [number, number], words: Words): Setting<number> => ({
  ...whole(header, { ...words, min, max, example: value }),
  default: value,
  allowed: `${min}–${max} ${unit}`,
  ...(min === 0 ? { none: 0 } : {}),
});

const most = (header: string, unit: string, [min, max]: readonly [number, number], words: Words & { example: number }): Setting<number | undefined> => ({
  ...whole(header, { ...words, min, max }),
  default: undefined,
  allowed: `${min}–${max} ${unit}, or none`,
  none: 'unlimited',
});

const points = (header: string, value: number, max: number, words: Words): Setting<number> => ({
  ...bp(header, { ...words, min: 0, max, example: value }),
  default: value,
  allowed: `0–${max} bp`,
  none: 0,
});

/** Typed in basis points, kept as a fraction. */
const fractionOfBp = (header: string, value: number, max: number, words: Words): Setting<number> => ({
  ...points(header, value, max, words),
  default: value / 10_000,
  scale: 1 / 10_000,
});

const amount = (header: string, value: number, words: Words): Setting<number> => ({
  ...money(header, { ...words, min: 0, example: value || 1000 }),
  default: value,
  allowed: 'dollars, 0 or more',
  none: 0,
});

const shares = (header: string, value: number, max: number, words: Words): Setting<number> => ({
  ...number(header, { ...words, min: 0, max, example: value }),
  default: value,
  allowed: `0–${max} shares`,
  none: 0,
});

const words = (header: string, value: string, allowed: string, rest: Words): Setting<string> => ({
  ...text(header, { ...rest, length: 40, example: value }),
  default: value,
  allowed,
});

/** Every setting, in the order in which it is shown. Percentages are fractions; defaults are ours and may be tuned with evidence. */
export const settingsCatalogue = {
  style: oneOf('Style', { Full: ['Full rebalance'], 'To band edge': ['Band edge', 'To the band edge'], 'Buy only': ['Buys only'], 'Raise cash': ['Cash raise'], 'Harvest only': ['Harvest'], Hold: ['None', 'Do nothing'] }, 'Full', { help: 'What kind of rebalance.', aliases: ['Rebalance style', 'Rebalance type'] }),
  tradeWhen: oneOf('Trade when', { 'Score or band': ['Score'], 'Out of band only': ['Out of band', 'Band only'], Always: ['Any time'] }, 'Score or band', { help: 'What makes an account trade without a mandate.', aliases: ['Trigger'] }),
  minimumScore: points('Minimum score', 5, 500, { help: 'Benefit minus cost that is needed before trading without a mandate.', aliases: ['Score threshold', 'Min score'] }),
  scoreAfterATrade: points('Score after a trade', 25, 500, { help: 'The threshold right after a trade; it falls towards Minimum score.', aliases: ['Score after trade', 'Starting score'] }),
  scoreHalfLife: count('Score half-life', 'days', 30, [1, 3650], { help: 'Days in which the threshold falls half of the way.', aliases: ['Half-life', 'Score half life days'] }),
  band: {
    ...text('Band', { length: 20, example: '20% relative', help: 'Tolerance where Min % and Max % are blank.', aliases: ['Bands', 'Tolerance', 'Tolerance band', 'Drift band'] }),
    default: '20% relative',
    allowed: '5%, 20% relative, 5/25, or none',
    none: 'unlimited',
    // Without flags: the same pattern stands in the published JSON schema.
    pattern: /^\d+(\.\d+)?\s?%(\s*[Rr]el(ative)?\.?)?$|^\d+(\.\d+)?\s?%?\s*\/\s*\d+(\.\d+)?\s?%?$/,
  },
  cashTarget: share('Cash target', 0.02, 1, { help: 'Share kept in cash when the model has no CASH.', aliases: ['Target cash', 'Cash %'] }),
  cashMinimum: amount('Cash minimum', 0, { help: 'Dollars that always stay in cash.', aliases: ['Minimum cash', 'Min cash', 'Cash floor'] }),
  cashMaximum: cap('Cash maximum', 0.04, 1, { example: 0.04, help: 'Cash above this share is invested.', aliases: ['Maximum cash', 'Max cash', 'Cash cap'] }),
  minimumTrade: amount('Minimum trade $', 250, { help: 'Smallest trade in dollars; the greater of $ and % applies.', aliases: ['Minimum trade', 'Min trade', 'Min trade $', 'Minimum trade amount'] }),
  minimumTradePercent: share('Minimum trade %', 0.0025, 1, { help: 'Smallest trade as a share of the account.', aliases: ['Min trade %', 'Minimum trade percent'] }),
  minimumPosition: share('Minimum position', 0.0025, 1, { help: 'Smaller remainders are sold out.', aliases: ['Min position', 'Smallest position'] }),
  fractionalShares: yesNo('Fractional shares', false, { help: 'Whether parts of a share may be traded.', aliases: ['Fractional', 'Allow fractional shares'] }),
  maxTurnover: cap('Max turnover', 0.2, 2, { example: 0.2, help: 'Most turnover per run, as a share of the account.', aliases: ['Maximum turnover', 'Turnover limit', 'Turnover cap'] }),
  daysBetweenTrades: count('Days between trades', 'days', 0, [0, 365], { help: 'Calendar days an account rests after a trade.', aliases: ['Minimum days between trades', 'Rest days'] }),
  maximumTrades: most('Maximum trades', 'orders', [1, 10_000], { example: 30, help: 'Most orders per run: a security sold or bought counts once.', aliases: ['Max trades', 'Maximum number of trades', 'Trade count limit'] }),
  taxCare: oneOf('Tax care', { Off: ['None', 'No'], Low: [], Medium: ['Med'], High: [] }, 'High', { help: 'How hard to avoid tax.', aliases: ['Tax sensitivity', 'Tax aversion'] }),
  lotChoice: oneOf('Lot choice', { 'Least tax': ['Tax optimal', 'Best tax', 'Min tax'], 'Highest cost': ['HIFO'], FIFO: ['First in first out'], LIFO: ['Last in first out'], Average: ['Average cost', 'Avg'] }, 'Least tax', { help: 'Which lots are sold first.', aliases: ['Lot method', 'Lot selection', 'Booking method', 'Lot relief'] }),
  avoidShortTermGains: yesNo('Avoid short-term gains', true, { help: 'No net short-term gain is realized when Yes.', aliases: ['Avoid short-term', 'Avoid ST gains'] }),
  longTermWait: count('Long-term wait', 'days', 30, [0, 180], { help: 'A lot at a gain is not sold when it is this close to long-term.', aliases: ['Wait for long-term', 'Long-term wait days'] }),
  minimumHoldingPeriod: count('Minimum holding period', 'days', 0, [0, 3650], { help: 'Calendar days after its purchase in which a lot is not sold.', aliases: ['Minimum holding days', 'Min holding period', 'Holding period minimum'] }),
  harvestLosses: oneOf('Harvest losses', { Off: ['No', 'None'], 'Year-round': ['Yes', 'All year', 'On'], 'Year-end': ['Q4', 'End of year'] }, 'Year-round', { help: 'When losses are taken for their tax value.', aliases: ['Loss harvesting', 'Harvesting', 'Tax-loss harvesting', 'TLH'] }),
  harvestAt: share('Harvest at', 0.05, 1, { help: 'Loss as a share of basis where the threshold ends in December.', aliases: ['Harvest at %', 'Harvest threshold'] }),
  harvestAtDollars: amount('Harvest at $', 500, { help: 'Smallest loss in dollars worth taking; both must be met.', aliases: ['Harvest minimum', 'Minimum loss'] }),
  washSaleWindow: count('Wash-sale window', 'days', 30, [0, 90], { help: 'Days on each side of a loss sale.', aliases: ['Wash sale days', 'Wash window'] }),
  washSaleScope: oneOf('Wash-sale scope', { Account: [], Household: ['HH'], Linked: ['Linked households', 'Linked accounts'] }, 'Household', { help: 'Which accounts count for wash sales: Linked adds the households of Wash-sale link.', aliases: ['Wash scope'] }),
  washSaleIs: oneOf('Wash sale is', { Block: ['Blocked', 'Forbidden'], Warn: ['Warning'] }, 'Block', { help: 'Whether a wash sale is forbidden or only priced.', aliases: ['Wash sales are', 'Wash sale'] }),
  acceptSubstitutes: yesNo('Accept substitutes', true, { help: 'Approved substitutes may be held instead.', aliases: ['Substitutes', 'Use substitutes'] }),
  defaultHurdle: points('Default hurdle', 25, 999, { help: 'Gain needed before a substitute is switched back.', aliases: ['Hurdle', 'Substitute hurdle'] }),
  maxPosition: cap('Max position', undefined, 1, { example: 0.1, help: 'Most of the account in one security.', aliases: ['Maximum position', 'Position limit', 'Max position %'] }),
  maxIssuer: cap('Max issuer', undefined, 1, { example: 0.1, help: 'Most of the account with one issuer.', aliases: ['Maximum issuer', 'Issuer limit', 'Max issuer %'] }),
  maxSector: cap('Max sector', undefined, 1, { example: 0.3, help: 'Most of the account in one sector.', aliases: ['Maximum sector', 'Sector limit', 'Max sector %'] }),
  maxTrackingError: cap('Max tracking error', undefined, 0.5, { example: 0.02, help: 'Most tracking error a year.', aliases: ['Maximum tracking error', 'Tracking error limit', 'Max TE', 'TE limit'] }),
  location: oneOf('Location', { Off: ['No', 'None'], Prefer: ['Soft', 'Preferred'], Strict: ['Hard'] }, 'Off', { help: 'Whether securities go to the accounts that suit them, in households managed Together with a Location policy.', aliases: ['Asset location'] }),
  transitionMonths: count('Transition months', 'months', 0, [0, 60], { help: 'Months over which gains are spread when moving to a model.', aliases: ['Transition', 'Transition period'] }),
  avoidBuyingBeforeDistribution: count('Avoid buying before distribution', 'days', 0, [0, 60], { help: 'Days before a distribution in which the fund is not bought.', aliases: ['Distribution days'] }),
  orderType: words('Order type', 'Market', 'text', { help: 'Written on trades.', aliases: ['Order'] }),
  timeInForce: words('Time in force', 'Day', 'text', { help: 'Written on trades.', aliases: ['TIF'] }),
  priceAgeLimit: count('Price age limit', 'business days', 1, [0, 30], { help: 'Older prices are reported as stale.', aliases: ['Stale price days', 'Price age'] }),
  defaultShortRate: { ...share('Default short-term rate', 0.408, 0.6, { help: 'Rate on short-term gains when an account has no tax profile; always reported.', aliases: ['Default ST rate', 'Default short rate'] }), none: undefined },
  defaultLongRate: { ...share('Default long-term rate', 0.238, 0.6, { help: 'Rate on long-term gains when an account has no tax profile; always reported.', aliases: ['Default LT rate', 'Default long rate'] }), none: undefined },
  allowShorts: yesNo('Allow shorts', false, { help: 'Whether short positions are accepted.', aliases: ['Shorts', 'Allow short positions'] }),
  allowMargin: yesNo('Allow margin', false, { help: 'Whether cash may be negative after trading.', aliases: ['Margin'] }),
  timeLimit: count('Time limit per account', 'seconds', 5, [1, 60], { help: 'Seconds that one solve of an account may take.', aliases: ['Time limit', 'Seconds per account'] }),
  seed: count('Seed', '', 1, [0, 2 ** 31 - 1], { help: 'Makes runs repeatable.', aliases: ['Random seed'] }),
  riskPrice: fractionOfBp('Risk price', 25, 1000, { help: 'What 1 % of tracking error costs a year, in basis points of the account.', aliases: ['Price of risk', 'Risk aversion'] }),
  cashDrag: fractionOfBp('Cash drag', 30, 1000, { help: 'Annual cost of cash above target, in basis points.', aliases: ['Cost of cash'] }),
  unknownBasis: oneOf('Unknown basis', { Skip: ['Skip account', 'Leave out'], 'Highest gain': ['Zero basis', 'Zero cost'], 'Never sell': ['Do not sell', 'Hold'] }, 'Skip', { help: 'What a taxable lot without basis or date means.', aliases: ['Missing basis', 'Lots without basis'] }),
  isolateDoubt: oneOf('Isolate doubt', { Account: ['Accounts', 'Whole account', 'No'], Trades: ['Trade', 'Only trades', 'Yes'] }, 'Account', { help: 'What waits when a row cannot be trusted: the account, or only the trades that depend on it.', aliases: ['Isolation of doubt', 'Doubt', 'Isolate'] }),
  reconcileShares: shares('Reconcile shares', 0.001, 1000, { help: 'Shares that a fill may be off when trades are reconciled.', aliases: ['Share tolerance'] }),
  reconcileDollars: amount('Reconcile dollars', 1, { help: 'Dollars that cash may be off when trades are reconciled.', aliases: ['Cash tolerance', 'Dollar tolerance'] }),
} satisfies Catalogue;

/** What Settings rows may hold: a value for each setting in use, or `none` where a limit is switched off. */
export type SettingValues = {
  readonly [Key in keyof Settings]?: NonNullable<Settings[Key]> | (undefined extends Settings[Key] ? 'none' : never);
};

/** The built-in defaults. */
export const defaultSettings: Settings = Object.fromEntries(
  Object.entries(settingsCatalogue).map(([key, setting]) => [key, setting.default]),
) as unknown as Settings;
