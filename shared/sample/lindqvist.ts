import type { SampleAccount } from './account';
import { years } from './calendar';
import { conflictAccount } from './planted';

const household = { householdId: 'H-LINDQVIST', custodian: 'Pershing', advisor: 'S. Marchetti', currency: 'USD' };

/** Taxable, with many shares of a former employer; its rules conflict. */
const nils: SampleAccount = {
  row: {
    accountId: conflictAccount,
    taxType: 'Taxable',
    accountName: 'Nils Lindqvist',
    model: 'Growth 70/30',
    group: 'Families',
    taxProfile: 'LINDQVIST',
    ...household,
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
};

/** Exempt and non-discretionary: trades are proposed, not made. */
const foundation: SampleAccount = {
  row: {
    accountId: '5530-2290',
    taxType: 'Exempt',
    accountName: 'Lindqvist Foundation',
    model: 'Core equity',
    group: 'Institutions',
    discretion: 'Non-discretionary',
    ...household,
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
};

/** A man with one large holding, and the family foundation. */
export const lindqvists: readonly SampleAccount[] = [nils, foundation];
