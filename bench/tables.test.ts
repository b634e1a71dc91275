import type { Judged } from './report';
import { peerScores, peerTable } from './tables';

const judged = (who: string, instance: string, score: number, more: Partial<Judged> = {}): Judged => ({
  instance, who, cpuMs: 1, driftBefore: 0.2, driftAfter: 0.1, trackingErrorBefore: 0.02, trackingErrorAfter: 0.01, tax: 100.4, oversoldLots: 0,
  washHits: 0, breaches: 0, turnover: 0.1, score, mostScore: null, ...more,
});
const plans = [
  judged('rebal', 'S-00', 900), judged('peer', 'S-00', 400), judged('rebal', 'S-01', 500, { mostScore: 510 }), judged('peer', 'S-01', 800, { washHits: 2 }),
  judged('rebal', 'S-02', 300), judged('peer', 'S-02', 350),
];

test('plans that break a rule are counted apart', () => {
  expect(peerScores(plans)).toEqual([
    { peer: 'peer', 'keeps the rules': 'yes', plans: 2, 'ours scores higher': 1, 'proved to break rules': 0, 'median lead $': 225, 'least lead $': -50 },
    { peer: 'peer', 'keeps the rules': 'no', plans: 1, 'ours scores higher': 0, 'proved to break rules': 1, 'median lead $': -300, 'least lead $': -300 },
  ]);
  expect(peerScores([])).toEqual([]);
});

test('a plan reads before and after', () => {
  expect(peerTable(plans)[0]).toMatchObject({ 'drift %': '20.00 → 10.00', 'TE %': '2.00 → 1.00', 'tax $': 100 });
});
