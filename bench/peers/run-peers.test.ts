import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solvers } from '../../server/optimizer/solvers';
import { Judged } from '../report';
import { madeUpInstance } from './examples';
import { instancesFolder, readInstances, runPeers } from './run-peers';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'rebal-peers-')); });
afterAll(() => rmSync(folder, { recursive: true }));

test('instances are read by size, and a folder that is absent holds none', () => {
  for (const id of ['S-01', 'S-00', 'M-00']) writeFileSync(join(folder, `${id}.json`), JSON.stringify(madeUpInstance({ id })));
  expect(readInstances(['S'], folder)?.map(({ id }) => id)).toEqual(['S-00', 'S-01']);
  expect(readInstances(['S'], join(folder, 'absent'))).toBeUndefined();
});

test('trades given by file are judged like the others, wash sales shown and left out', async () => {
  writeFileSync(join(folder, 'T-00.json'), JSON.stringify({ sells: [{ lotId: 'A-new', quantity: 50 }], buys: [{ securityId: 'A', quantity: 10 }] }));
  const judged = runPeers([madeUpInstance()], await solvers.native(), folder).map((line) => Judged.parse(line));
  expect(judged.map(({ who }) => who)).toEqual(expect.arrayContaining(['rebal', 'heuristic', 'position QP', 'trades given', 'trades given, no wash sales']));
  expect(judged.find(({ who }) => who === 'trades given')).toMatchObject({ washHits: 1, cpuMs: null });
  expect(judged.find(({ who }) => who === 'trades given, no wash sales')).toMatchObject({ washHits: 0 });
});

const whenPresent = existsSync(instancesFolder) ? test : test.skip;

whenPresent('our plans of the small instances keep every rule and none that keeps them scores higher (skipped where ../shared/data is absent)', async () => {
  const judged = runPeers(readInstances(['S'])!, await solvers.native());
  const mine = judged.filter(({ who }) => who === 'rebal');
  expect(mine.length).toBeGreaterThan(0);
  for (const plan of mine) {
    expect(plan).toMatchObject({ oversoldLots: 0, washHits: 0, breaches: 0 });
    const rivals = judged.filter(({ instance, who, washHits, breaches, oversoldLots }) =>
      instance === plan.instance && who !== 'rebal' && washHits + breaches + oversoldLots === 0);
    const beyond = judged.filter(({ instance, score }) => instance === plan.instance && score > plan.score);
    // Whoever scores more does what no lawful plan can.
    for (const { score } of beyond) expect(score).toBeGreaterThan(plan.mostScore!);
    for (const rival of rivals) expect({ ...rival, beaten: plan.score >= rival.score }).toMatchObject({ beaten: true });
  }
});
