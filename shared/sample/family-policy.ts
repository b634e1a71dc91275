import type { Calendar } from './calendar';
import { familyRestrictions } from './family-restrictions';
import { conflictAccount, washTrap } from './planted';
import type { AccountTables } from './tables';

type Policy = Pick<AccountTables, 'taxProfiles' | 'restrictions' | 'cashFlows' | 'transactions'>;

/** What the three households want, owe and have done lately. */
export function familyPolicy(calendar: Calendar): Policy {
  return {
    taxProfiles: taxProfiles(calendar),
    restrictions: familyRestrictions(calendar),
    cashFlows: cashFlows(calendar),
    transactions: transactions(calendar),
  };
}

/** Rates are all-in and made up, near those of three states. */
function taxProfiles({ asOf }: Calendar): Policy['taxProfiles'] {
  return [
    {
      taxProfile: 'RIVERA',
      shortTermRate: 0.408,
      longTermRate: 0.238,
      ytdShortTermGain: -1_200,
      ytdLongTermGain: 3_400,
      carryforwardLong: -2_500,
      gainsBudget: 20_000,
      budgetIs: 'Limit',
      asOf,
    },
    { taxProfile: 'OKAFOR', shortTermRate: 0.32, longTermRate: 0.188, ytdLongTermGain: 11_300, otherExpectedGains: 6_000, asOf },
    {
      taxProfile: 'LINDQVIST',
      shortTermRate: 0.493,
      longTermRate: 0.331,
      ytdShortTermGain: 2_150,
      ytdLongTermGain: 18_700,
      taxBudget: 15_000,
      budgetIs: 'Limit',
      asOf,
    },
  ];
}

function cashFlows({ ahead }: Calendar): Policy['cashFlows'] {
  return [
    { accountId: '00718842', type: 'Withdrawal', amount: 40_000, date: ahead(6), every: 'Once', expires: 'When paid', note: 'New roof' },
    { accountId: '4471-0093', type: 'Reserve', amount: 6_000, every: 'Once', note: 'Tuition' },
    { accountId: '4471-0101', type: 'RMD', amount: 4_800, date: ahead(25), every: 'Once', raiseDaysBefore: 5 },
  ];
}

/** Six weeks of trades, so that wash sales can be judged; the oldest are there to show how far the table reaches. */
function transactions({ ago }: Calendar): Policy['transactions'] {
  return [
    { accountId: conflictAccount, date: ago(45), action: 'Sell', symbol: 'KO', quantity: 100, amount: 7_020, longTermGain: 1_890 },
    { accountId: '5530-2290', date: ago(38), action: 'Buy', symbol: 'VWO', quantity: 60, amount: 3_198 },
    { accountId: '00718842', date: ago(20), action: 'Reinvest', symbol: 'VTEB', quantity: 11.2, amount: 562.13 },
    { accountId: washTrap.ira, date: ago(washTrap.daysAgo), action: 'Buy', symbol: washTrap.bought, quantity: 61.614, amount: 9_932.18 },
  ];
}
