import type { ScoreRow } from '../api/result';
import { bp, money, percent, text, whole } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** One row for each account: the decision and what it rests on. */
export const scoresSheet: OutputSheet<ScoreRow> = {
  sheet: 'Scores',
  table: 'rb_Scores',
  title: 'Scores',
  keyLine: 'Net score = benefit − cost, in basis points of account value · an account trades above its minimum score, or when it must',
  tabColor: tones.resultTab,
  frozenColumns: 2,
  key: ['accountId'],
  // Accounts of a household managed Together stand below its row, indented.
  showRow: (row) => (row.level === 'Member' && row.account !== null ? { ...row, account: `   ${row.account}` } : row),
  rules: [
    { kind: 'tint', column: 'Decision', beginsWith: 'Blocked', fill: tones.blockedFill },
    { kind: 'tint', column: 'Decision', beginsWith: 'Review', fill: tones.reviewFill },
    { kind: 'tint', column: 'Decision', beginsWith: 'Trade', color: tones.buy },
    { kind: 'tint', column: 'Decision', beginsWith: 'Skipped', wholeRow: true, color: tones.muted },
    { kind: 'bar', column: 'Drift before', color: tones.bar },
    { kind: 'bar', column: 'Drift after', color: tones.bar },
  ],
  columns: [
    text('decision', 'Decision', 11, { note: 'Trade, No trade, Review, Blocked or Skipped; Why says the reason.' }),
    text('accountId', 'Account ID', 13),
    text('account', 'Account', 22),
    text('household', 'Household', 14, { group: 'Account' }),
    text('level', 'Level', 11, { group: 'Account', note: 'Household: all accounts of a household managed Together, as one. Member: one of them. Account: an account on its own.' }),
    text('group', 'Group', 12, { group: 'Account' }),
    money('value', 'Value', 14),
    bp('netScoreBp', 'Net score (bp)', 11, { note: 'Benefit minus cost of the proposed trades, in basis points of account value.' }),
    bp('benefitBp', 'Benefit (bp)', 11, { note: 'Less risk against the target, tax saved, better securities.' }),
    bp('costBp', 'Cost (bp)', 11, { note: 'Tax, spread and fees of the trades.' }),
    text('mandate', 'Mandate', 24, { note: 'Why the account must trade whatever the score.' }),
    percent('driftBefore', 'Drift before', 10, {
      note: 'Half the sum of differences from target: what would have to change hands one way.',
    }),
    percent('driftAfter', 'Drift after', 10),
    percent('trackingErrorBefore', 'Tracking error before', 12, {
      group: 'Risk and cash',
      note: 'Annual standard deviation of the return against the target.',
    }),
    percent('trackingErrorAfter', 'Tracking error after', 12, { group: 'Risk and cash' }),
    money('cashBefore', 'Cash before', 13, { group: 'Risk and cash' }),
    money('cashAfter', 'Cash after', 13, { group: 'Risk and cash' }),
    money('cashTarget', 'Cash target', 13, { group: 'Risk and cash' }),
    percent('turnover', 'Turnover', 10, { group: 'Risk and cash', note: 'Half the money traded, over account value.' }),
    whole('trades', 'Trades', 9),
    money('shortTermGain', 'Short-term gain', 13, { group: 'Gains' }),
    money('longTermGain', 'Long-term gain', 13, { group: 'Gains' }),
    money('lossesHarvested', 'Losses harvested', 13, { group: 'Gains' }),
    money('estTax', 'Est. tax', 12, { note: 'Tax the trades add; a saving is in parentheses.' }),
    percent('budgetUsed', 'Budget used %', 10, {
      group: 'Detail',
      note: 'Gains realized this year, these trades among them, over the gains budget.',
    }),
    money('tradingCost', 'Trading cost', 11, { group: 'Detail' }),
    percent('substitutesHeld', 'Substitutes held', 12, { group: 'Detail' }),
    text('whatBinds', 'What binds', 50, { group: 'Detail', note: 'The rules that cost most, and what a little more room would be worth in risk, tax and trading.' }),
    whole('exceptions', 'Exceptions', 11),
    text('why', 'Why', 60),
    text('solveStatus', 'Solve status', 22, { group: 'Record' }),
    text('runId', 'Run ID', 22, { group: 'Record' }),
  ],
};
