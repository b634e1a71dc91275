import type { SampleAccount } from './account';
import { years } from './calendar';
import { lostZeros } from './planted';

const household = { householdId: 'H-OKAFOR', group: 'Families', custodian: 'Fidelity', advisor: 'J. Lee', currency: 'USD' };

/** Taxable; $40,000 is to be raised for a new roof. */
const joint: SampleAccount = {
  row: {
    accountId: '00718842',
    taxType: 'Taxable',
    accountName: 'Chidi and Ada Okafor',
    model: 'Income 40/60',
    taxProfile: 'OKAFOR',
    ...household,
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
};

/** Tax-deferred; one of its rows has lost its leading zeros. */
const rollover: SampleAccount = {
  row: {
    accountId: lostZeros.accountId,
    taxType: 'Tax-deferred',
    accountName: 'Ada Okafor Rollover IRA',
    model: 'Growth 70/30',
    ...household,
  },
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
};

/** A couple who hold municipal bonds, and a rollover IRA. */
export const okafors: readonly SampleAccount[] = [joint, rollover];
