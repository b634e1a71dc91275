import { missedRules } from './relaxed';
import { proposalFor } from './proposals';

const never = (rule: 'Never own' | 'Never sell') => ({ rule, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: `Restrictions: ${rule}` });

test('what is missed is said with its limit, by how much, and the rules that hold it there', async () => {
  const [facts] = missedRules(await proposalFor({ restrictions: [never('Never own'), never('Never sell')] }));
  expect(facts).toMatchObject({ severity: 'Review', code: 'missed-never-own', limit: '0.0 %', overBy: '70.0 %', source: 'Restrictions: Never own' });
  expect(facts.whatIsInTheWay).toContain('never sell VTI (Restrictions: Never sell)');
});

test('rules that give way to mandated cash are named', async () => {
  const flows = [{ type: 'Withdrawal' as const, amount: 30_000, standing: 'due' as const, source: 'Cash flows row 2' }];
  const codes = missedRules(await proposalFor({ flows, settings: { maxTurnover: 0.01 } })).map(({ code, severity }) => [code, severity]);
  expect(codes).toContainEqual(['missed-turnover', 'Info']);
});

test('cash that cannot be raised is for people to see', async () => {
  const flows = [{ type: 'Withdrawal' as const, amount: 30_000, standing: 'due' as const, source: 'Cash flows row 2' }];
  const [facts] = missedRules(await proposalFor({ flows, settings: { style: 'Hold' } }));
  expect(facts).toMatchObject({ code: 'missed-cash-floor', severity: 'Review', source: 'Cash flows' });
  expect(facts.whatIsInTheWay).toContain('no sales (Settings: Style Hold)');
});

test('what a whole share cannot reach is no exception', async () => {
  const proposal = await proposalFor({ taxType: 'Tax-free' });
  const band = { name: 'band', source: 's', code: 'band', tier: 'repair' as const, expression: {}, max: 0 };
  expect(missedRules({ ...proposal, missed: [{ row: band, by: 4e-4 }] })).toEqual([]);
  expect(missedRules({ ...proposal, missed: [{ row: band, by: 6e-4 }] })).toEqual([expect.objectContaining({ severity: 'Info' })]);
});
