import { nameKey } from '../book/names';
import { money, percent, where, type Family } from './check';

const highestRate = 0.6;
const rates = [['shortTermRate', 'Short-term rate'], ['longTermRate', 'Long-term rate'], ['qualifiedDividendRate', 'Qualified dividend rate']] as const;
const carryforwards = [['carryforwardShort', 'Carryforward short'], ['carryforwardLong', 'Carryforward long']] as const;

/** T01–T05: tax profiles, and accounts without one. */
export const taxChecks = {
  T01: {
    severity: 'stop',
    catches: 'tax rate outside 0–60 %, or long-term above short-term',
    *run(context) {
      for (const profile of context.tables.taxProfiles ?? []) {
        const { taxProfile, row, shortTermRate, longTermRate } = profile;
        const wrong = rates.filter(([column]) => (profile[column] ?? 0) < 0 || (profile[column] ?? 0) > highestRate);
        for (const [column, header] of wrong) {
          const rate = profile[column] ?? 0;
          yield {
            table: 'taxProfiles', row, column, rowKey: taxProfile, found: rate, subject: `${column} ${taxProfile}`,
            message: `${header} of ${taxProfile} is ${percent(rate)} at ${where(context, 'taxProfiles', row, column)}; it must be 0 to 60 %.`,
            fix: rate > 1 && rate <= highestRate * 100 ? `Maybe ${rate} % is meant.` : 'Type the all-in rate.',
          };
        }
        if (wrong.length === 0 && longTermRate > shortTermRate) {
          yield {
            table: 'taxProfiles', row, column: 'longTermRate', rowKey: taxProfile, found: longTermRate, severity: 'warn', subject: `order ${taxProfile}`,
            message: `Long-term rate of ${taxProfile} is ${percent(longTermRate)} at ${where(context, 'taxProfiles', row, 'longTermRate')}, above its short-term rate of ${percent(shortTermRate)}.`,
            fix: 'Maybe the two rates were exchanged.',
          };
        }
      }
    },
  },
  T02: {
    severity: 'warn',
    catches: 'taxable account without a tax profile: default rates are used',
    *run(context) {
      const known = new Set((context.tables.taxProfiles ?? []).map(({ taxProfile }) => nameKey(taxProfile)));
      for (const account of context.tables.accounts) {
        const { accountId, taxType, status = 'Active', group, row } = account;
        const { taxProfile } = context.index.policyOf(account);
        if (taxType !== 'Taxable' || status === 'Closed' || status === 'Held away' || (taxProfile !== undefined && known.has(nameKey(taxProfile)))) continue;
        const { defaultShortRate, defaultLongRate } = context.settingsOf({ id: accountId, group });
        const place = where(context, 'accounts', row, 'taxProfile');
        yield {
          table: 'accounts', row, column: 'taxProfile', rowKey: accountId, found: taxProfile, accounts: [accountId], subject: `${taxProfile ?? ''} ${defaultShortRate} ${defaultLongRate}`,
          message: `${taxProfile === undefined ? `Account ${accountId} has no tax profile` : `Tax profile "${taxProfile}" is not in Tax profiles`} at ${place}; rates of ${percent(defaultShortRate)} short-term and ${percent(defaultLongRate)} long-term are assumed.`,
          fix: 'Add a row to Tax profiles and name it here.',
        };
      }
    },
  },
  T03: {
    severity: 'stop',
    catches: 'carryforward above zero: a loss is negative',
    *run(context) {
      for (const profile of context.tables.taxProfiles ?? []) {
        for (const [column, header] of carryforwards) {
          const value = profile[column];
          if (value === undefined || value <= 0) continue;
          yield {
            table: 'taxProfiles', row: profile.row, column, rowKey: profile.taxProfile, found: value, suggested: -value, subject: `${column} ${profile.taxProfile}`,
            message: `${header} of ${profile.taxProfile} is ${money(value)} at ${where(context, 'taxProfiles', profile.row, column)}; a loss carried forward is negative.`,
            fix: `Maybe ${money(-value)} is meant.`,
          };
        }
      }
    },
  },
  T04: {
    severity: 'stop',
    catches: 'both a gains budget and a tax budget',
    *run(context) {
      for (const { taxProfile, gainsBudget, taxBudget, row } of context.tables.taxProfiles ?? []) {
        if (gainsBudget === undefined || taxBudget === undefined) continue;
        yield {
          table: 'taxProfiles', row, column: 'taxBudget', rowKey: taxProfile, found: taxBudget, subject: taxProfile,
          message: `${taxProfile} has a gains budget (${money(gainsBudget)}) and a tax budget (${money(taxBudget)}) at ${where(context, 'taxProfiles', row, 'taxBudget')}.`,
          fix: 'Keep one of the two.',
        };
      }
    },
  },
  T05: {
    severity: 'warn',
    catches: 'year-to-date figures of a tax profile from another year',
    *run(context) {
      for (const { taxProfile, asOf, row } of context.tables.taxProfiles ?? []) {
        if (asOf === undefined || asOf.slice(0, 4) === context.asOf.slice(0, 4)) continue;
        yield {
          table: 'taxProfiles', row, column: 'asOf', rowKey: taxProfile, found: asOf, subject: asOf.slice(0, 4),
          message: `Year-to-date gains of ${taxProfile} are as of ${asOf} at ${where(context, 'taxProfiles', row, 'asOf')}, not of the year of the run (${context.asOf.slice(0, 4)}).`,
          fix: 'Type the gains of this year, and carry unused losses forward.',
        };
      }
    },
  },
} satisfies Family;
