import type { TableRow } from '../contract';
import type { Calendar } from './calendar';

/** Rows of Models: `Core equity` is nested in the two models that accounts follow; the draft, which none follows, holds a planted 5 for 5 %. */
export function sampleModels(calendar: Calendar): TableRow<'models'>[] {
  const approved = { version: `${calendar.asOf.slice(0, 4)}-Q4`, approvedBy: 'Investment committee', approvedOn: calendar.ago(49) };
  const model = (
    name: string,
    weights: Readonly<Record<string, number>>,
    more: Partial<TableRow<'models'>> = approved,
  ): TableRow<'models'>[] => Object.entries(weights).map(([component, target]) => ({ model: name, component, target, ...more }));
  return [
    ...model('Core equity', { 'US equity': 0.6, 'Intl equity': 0.3, 'Emerging markets': 0.1 }),
    ...model('Growth 70/30', { 'Core equity': 0.7, Bonds: 0.28, CASH: 0.02 }),
    ...model('Income 40/60', { 'Core equity': 0.36, 'Real estate': 0.04, 'Municipal bonds': 0.58, CASH: 0.02 }),
    ...model('Growth 70/30 (draft)', { 'Core equity': 0.65, 'Real estate': plantedTarget, Bonds: 0.28, CASH: 0.02 }, { version: 'draft' }),
  ];
}

/** 5 % typed as 5. */
export const plantedTarget = 5;

/** Rows of Groups: one reviewed by exception, one where a person looks at every trade. */
export const sampleGroups: readonly TableRow<'groups'>[] = [
  {
    group: 'Families',
    reviewTier: 'Review exceptions',
    reviewer: 'M. Okonjo',
    approver: 'Compliance',
    fourEyes: 'Yes',
    turnoverOver: 0.2,
    taxOver: 5000,
    tradeOverPercent: 0.15,
  },
  {
    group: 'Institutions',
    reviewTier: 'Review all',
    reviewer: 'M. Okonjo',
    approver: 'Compliance',
    fourEyes: 'Yes',
    requireApprovedModels: 'Yes',
  },
];

/** Rows of Settings: the firm's, and what one group has otherwise. */
export const sampleSettings: readonly TableRow<'settings'>[] = [
  {
    scope: 'Firm',
    values: { style: 'Full', cashTarget: 0.02, minimumTrade: 500, band: '20% relative', harvestLosses: 'Year-round', taxCare: 'High' },
  },
  { scope: 'Group', scopeId: 'Institutions', values: { minimumTrade: 2500, harvestLosses: 'Off', taxCare: 'Off' }, reason: 'Pays no tax' },
];
