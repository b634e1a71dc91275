import type { SampleAccount } from './account';
import { years, type Calendar } from './calendar';
import { nearLongTerm, washTrap } from './planted';

const household = {
  householdId: 'H-RIVERA',
  group: 'Families',
  custodian: 'Schwab',
  advisor: 'J. Lee',
  model: 'Growth 70/30',
  currency: 'USD',
};

/** Taxable; its loss in VTI and its gain in AAPL are the ones that need care. */
const trust = ({ longTermIn }: Calendar): SampleAccount => ({
  row: { accountId: washTrap.taxable, taxType: 'Taxable', accountName: 'Rivera Family Trust', taxProfile: 'RIVERA', ...household },
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
});

/** Free of tax, so that trading costs no more than its spread. */
const roth: SampleAccount = {
  row: { accountId: '4471-0088', taxType: 'Tax-free', accountName: 'Elena Rivera Roth IRA', ...household },
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
};

/** Bought the same class a few days ago. */
const ira: SampleAccount = {
  row: { accountId: washTrap.ira, taxType: 'Tax-deferred', accountName: 'Elena Rivera IRA', ...household },
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
};

/** A trust and two retirement accounts, between which a wash sale is set up. */
export const riveras = (calendar: Calendar): readonly SampleAccount[] => [trust(calendar), roth, ira];
