import type { TableRow } from '../contract';
import { toCents, type IsoDate } from '../units';
import { years, type Calendar } from './calendar';

/** A lot as the families below write it: symbol, shares, dollars per share, and the day or how many days ago. */
type LotLine = readonly [symbol: string, quantity: number, unitCost: number, acquired: number | IsoDate];

/** One account of the built-in sample, in as few words as possible. */
export interface SampleAccount {
  readonly row: TableRow<'accounts'>;
  /** Dollars of cash, held as `cashIn`. */
  readonly cash: number;
  readonly cashIn?: string;
  readonly lots: readonly LotLine[];
}

/** The account whose rules conflict: its largest holding may not be sold, and may not be that large. */
export const conflictAccount = '5530-2217';
/** The account one of whose rows has lost its leading zeros, and the row's symbol. */
export const lostZeros = { accountId: '00718850', symbol: 'IXUS', typed: '718850' } as const;
/** The wash-sale trap: a loss in `taxable` that a purchase in `ira` of the same class would disallow. */
export const washTrap = { taxable: '4471-0093', symbol: 'VTI', ira: '4471-0101', bought: 'VTSAX', daysAgo: 9 } as const;
/** The gain that is a few days from long-term. */
export const nearLongTerm = { accountId: '4471-0093', symbol: 'AAPL', days: 12 } as const;

const growth = 'Growth 70/30';
const income = 'Income 40/60';

/** Three invented households with seven accounts and 64 lots. */
export function sampleFamilies(calendar: Calendar): readonly SampleAccount[] {
  return [...riveras(calendar), ...okafors(), ...lindqvists()];
}

function riveras({ longTermIn }: Calendar): SampleAccount[] {
  const family = { householdId: 'H-RIVERA', group: 'Families', custodian: 'Schwab', advisor: 'J. Lee', model: growth, currency: 'USD' };
  return [
    {
      row: { accountId: washTrap.taxable, taxType: 'Taxable', accountName: 'Rivera Family Trust', taxProfile: 'RIVERA', ...family },
      cash: 31_450,
      lots: [
        ['VTI', 420, 210.1, years(5.1)],
        ['VTI', 150, 243.8, years(3.2)],
        [washTrap.symbol, 120, 372, 210],
        [nearLongTerm.symbol, 180, 195.2, longTermIn(nearLongTerm.days)],
        ['MSFT', 40, 228, years(4.5)],
        ['XOM', 150, 104, years(2.1)],
        ['VXUS', 900, 62.4, years(4)],
        ['VXUS', 350, 84.9, 150],
        ['VWO', 420, 44.3, years(6)],
        ['BND', 1300, 79.85, years(4.8)],
        ['BND', 400, 71.9, years(1.9)],
      ],
    },
    {
      row: { accountId: '4471-0088', taxType: 'Tax-free', accountName: 'Elena Rivera Roth IRA', ...family },
      cash: 3_900,
      lots: [
        ['VTI', 210, 188, years(6)],
        ['ITOT', 88, 92, years(5)],
        ['IXUS', 200, 66, years(4.2)],
        ['VXUS', 322, 70, years(2.6)],
        ['VWO', 150, 43, years(3)],
        ['VWO', 106, 47, years(1.6)],
        ['AGG', 300, 104, years(5.4)],
        ['BND', 352, 72, years(1.4)],
      ],
    },
    {
      row: { accountId: washTrap.ira, taxType: 'Tax-deferred', accountName: 'Elena Rivera IRA', ...family },
      cash: 7_200,
      lots: [
        ['VTSAX', 310.5, 118, years(5)],
        [washTrap.bought, 61.614, 161.2, washTrap.daysAgo],
        ['VXUS', 700, 60, years(4)],
        ['VEA', 400, 48, years(3.5)],
        ['VWO', 260, 42, years(5.2)],
        ['BND', 1150, 77, years(4)],
        ['AGG', 200, 99, years(1.2)],
        ['SCHH', 700, 20, years(2.5)],
      ],
    },
  ];
}

function okafors(): SampleAccount[] {
  const family = { householdId: 'H-OKAFOR', group: 'Families', custodian: 'Fidelity', advisor: 'J. Lee', currency: 'USD' };
  return [
    {
      row: {
        accountId: '00718842',
        taxType: 'Taxable',
        accountName: 'Chidi and Ada Okafor',
        model: income,
        taxProfile: 'OKAFOR',
        ...family,
      },
      cash: 9_800,
      lots: [
        ['VTEB', 3800, 51.4, years(3)],
        ['VTEB', 1500, 49.1, years(1.5)],
        ['MUB', 900, 112.6, years(4.6)],
        ['MUB', 600, 105.2, 300],
        ['VTI', 300, 150, years(8)],
        ['SCHB', 1800, 15.2, years(7)],
        ['SCHB', 900, 24.6, 250],
        ['VXUS', 600, 58, years(6)],
        ['VXUS', 400, 69.5, years(2)],
        ['IEMG', 350, 51, years(5)],
        ['VNQ', 330, 104.5, years(4.3)],
        ['KO', 260, 47, years(9)],
      ],
    },
    {
      row: { accountId: lostZeros.accountId, taxType: 'Tax-deferred', accountName: 'Ada Okafor Rollover IRA', model: growth, ...family },
      cash: 5_150,
      lots: [
        ['VTI', 190, 170, years(6)],
        ['VTI', 60, 280, years(1.6)],
        [lostZeros.symbol, 380, 61, years(5)],
        ['IEMG', 200, 52, years(4)],
        ['BND', 700, 80, years(4.4)],
        ['BND', 250, 73, years(1)],
        ['AGG', 180, 101, years(2.2)],
        ['VNQ', 100, 82, years(3)],
      ],
    },
  ];
}

function lindqvists(): SampleAccount[] {
  const family = { householdId: 'H-LINDQVIST', custodian: 'Pershing', advisor: 'S. Marchetti', currency: 'USD' };
  return [
    {
      row: {
        accountId: conflictAccount,
        taxType: 'Taxable',
        accountName: 'Nils Lindqvist',
        model: growth,
        group: 'Families',
        taxProfile: 'LINDQVIST',
        ...family,
      },
      cash: 41_000,
      lots: [
        ['NVDA', 2600, 6.1, years(9)],
        ['NVDA', 800, 14.7, years(6)],
        ['VTI', 380, 205, years(5)],
        ['MSFT', 120, 240, years(4)],
        ['JNJ', 300, 158, years(3.4)],
        ['VXUS', 1400, 63, years(3.8)],
        ['VEA', 500, 52, years(2.4)],
        ['VWO', 700, 45.8, years(5)],
        ['AGG', 1200, 112, years(5.3)],
        ['BND', 900, 74.9, 320],
      ],
    },
    {
      row: {
        accountId: '5530-2290',
        taxType: 'Exempt',
        accountName: 'Lindqvist Foundation',
        model: 'Core equity',
        group: 'Institutions',
        discretion: 'Non-discretionary',
        ...family,
      },
      cash: 96_400,
      cashIn: 'VMFXX',
      lots: [
        ['VTI', 1500, 190, years(6)],
        ['VTI', 400, 300, years(1.3)],
        ['VXUS', 3200, 59, years(5)],
        ['IXUS', 900, 72, years(2)],
        ['VWO', 1800, 43, years(6)],
        ['IEMG', 300, 58, years(1.8)],
        ['SCHH', 2200, 19.5, years(3)],
      ],
    },
  ];
}

/** The account's rows of Holdings: its lots, then its cash. */
export function familyHoldings({ row, lots, cash, cashIn = 'CASH' }: SampleAccount, calendar: Calendar): TableRow<'holdings'>[] {
  const lotRows = lots.map(([symbol, quantity, unitCost, acquired]): TableRow<'holdings'> => ({
    accountId: row.accountId === lostZeros.accountId && symbol === lostZeros.symbol ? lostZeros.typed : row.accountId,
    symbol,
    quantity,
    costBasis: toCents(quantity * unitCost),
    acquired: typeof acquired === 'number' ? calendar.ago(acquired) : acquired,
  }));
  return [...lotRows, { accountId: row.accountId, symbol: cashIn, quantity: cash }];
}
