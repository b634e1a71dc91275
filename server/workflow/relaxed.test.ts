import { missedConflicts } from '../optimizer/explain/missed-conflicts';
import type { SixtyForty } from '../optimizer/examples';
import { solvers } from '../optimizer/solvers';
import type { ExceptionFacts } from './exceptions';
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

describe('with its conflict set', () => {
  const solver = solvers.native();
  const explained = async (more: SixtyForty): Promise<ExceptionFacts[]> => {
    const proposal = await proposalFor(more);
    return missedRules(proposal, missedConflicts(proposal, await solver));
  };

  test('a rule is told with the rules it cannot hold with, and the cheapest way out', async () => {
    const [facts] = await explained({ taxType: 'Tax-free', restrictions: [never('Never own'), never('Never sell')] });
    expect(facts.whatIsInTheWay).toBe("never own VTI (Restrictions: Never own) + never sell VTI (Restrictions: Never sell) can't all hold");
    expect(facts.suggestedFix).toMatch(/^Maybe relax never sell VTI \(Restrictions: Never sell\) by \$70,000: of the rules named the cheapest, it costs \$[\d,]+ of risk, tax and trading, or accept what remains\.$/);
  });

  test('cash that cannot be raised names the style, not what merely binds beside it', async () => {
    const flows = [{ type: 'Withdrawal' as const, amount: 30_000, standing: 'due' as const, source: 'Cash flows row 2' }];
    const [facts] = await explained({ flows, settings: { style: 'Hold', maxTurnover: 0.9 } });
    expect(facts.whatIsInTheWay).toBe("keep $30,000 to pay out (Cash flows) + no sales (Settings: Style Hold) can't all hold");
    expect(facts.suggestedFix).toContain('Maybe relax no sales (Settings: Style Hold) by $25,000');
  });

  test('a limit that gave way to mandated cash is told with the cash', async () => {
    const flows = [{ type: 'Withdrawal' as const, amount: 30_000, standing: 'due' as const, source: 'Cash flows row 2' }];
    const facts = (await explained({ flows, settings: { maxTurnover: 0.01 } })).find(({ code }) => code === 'missed-turnover');
    expect(facts?.whatIsInTheWay).toContain("turnover up to 1.0 % (Settings: Max turnover) + keep $30,000 to pay out (Cash flows) can't all hold");
  });

  test('what no account could meet, and what the law forbids, has no way out among the others', async () => {
    const proposal = await proposalFor({ restrictions: [never('Never own'), never('Never sell')] });
    const [[key, set]] = missedConflicts(proposal, await solver);
    const alone = missedRules(proposal, new Map([[key, { ...set, others: [], waysOut: [], cheapest: undefined }]]))[0];
    expect(alone.whatIsInTheWay).toBe("never own VTI (Restrictions: Never own) can't hold in this account, whatever the other rules");
    expect(alone.suggestedFix).toBe('Maybe change never own VTI (Restrictions: Never own), or accept what remains.');
    const law = missedRules(proposal, new Map([[key, { ...set, cheapest: undefined }]]))[0];
    expect(law.suggestedFix).toMatch(/^Nothing named can give way\./);
  });

  test('a long set is cut, and says when it may not be the smallest', async () => {
    const proposal = await proposalFor({ restrictions: [never('Never own'), never('Never sell')] });
    const [[key, set]] = missedConflicts(proposal, await solver);
    const others = Array.from({ length: 9 }, (_, k) => ({ name: `rule ${k}`, source: 's', rows: set.others[0].rows }));
    const [facts] = missedRules(proposal, new Map([[key, { ...set, others, isSmallest: false }]]));
    expect(facts.whatIsInTheWay).toMatch(/rule 3 \(s\) \+ 5 more can't all hold \(maybe fewer already clash\)$/);
  });
});
