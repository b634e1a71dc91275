import { readFileSync, writeFileSync } from 'node:fs';
import loadHighs from 'highs';
import type { Solver } from '../server/optimizer/solvers/solver';
import { madeUpSnapshot } from './account-problems';
import { Baseline, baselineOf, compare } from './compare';
import { readOptions, type Options } from './options';
import { instancesFolder, readInstances, runPeers } from './peers/run-peers';
import { Report, type SolverName } from './report';
import { distanceOf } from './proof/distance';
import { firstSeed, runSize, type Named } from './run-sizes';
import { sizes } from './sizes';
import { solvers } from './solvers';
import { summarizeProof } from './summary';
import { coreTable, decisionTable, memoryTable, peerScores, peerTable, proofTable, splitTable, type Table } from './tables';

/** What the engine costs and how good its answers are, printed as tables; see README.md. */

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), Object.keys(solvers));
  const named = await Promise.all(options.solvers.map(async (name) => [name as SolverName, await solvers[name]()] as const));
  const report = Report.parse({ ...madeUpAccounts(options, named), ...await proofs(options, named[0][1]), ...peerInstances(options, named[0][1]) });
  print('A decision, CPU per account', decisionTable(report));
  print('Where its time goes, mean of whole shares', splitTable(report));
  print('The convex problem alone', coreTable(report));
  print('Memory at its highest', memoryTable(report));
  print('Distance from the proven optimum', proofTable(report));
  print('Plans for the peer instances', peerTable(report.peer ?? []));
  print('Our plans against theirs', peerScores(report.peer ?? []));
  if (options.json !== undefined) write(options.json, report);
  if (options.writeBaseline !== undefined) write(options.writeBaseline, baselineOf(report));
  if (options.baseline !== undefined) holdTo(options.baseline, report);
}

function madeUpAccounts({ sizes: names, books }: Options, named: readonly Named[]): Omit<Report, 'peer'> {
  const report: Required<Pick<Report, SolverName | 'memory'>> = { native: {}, highs: {}, memory: {} };
  for (const name of books === 0 ? [] : names) {
    console.error(`Measuring ${name}`);
    const found = runSize(sizes[name], named, books ?? sizes[name].books);
    for (const key of Object.keys(found) as (keyof typeof found)[]) Object.assign(report[key], found[key]);
  }
  return report;
}

async function proofs({ sizes: names, books, prove }: Options, solver: Solver): Promise<Pick<Report, 'proof'>> {
  if (prove === undefined) return {};
  const highs = await loadHighs();
  const entries = names.map((name) => {
    console.error(`Proving ${name}`);
    const snapshots = Array.from({ length: books ?? sizes[name].books }, (_, k) => madeUpSnapshot(sizes[name], firstSeed + k));
    return [name, summarizeProof(snapshots.map((snapshot) => distanceOf(snapshot, solver, highs, prove)))] as const;
  });
  return { proof: Object.fromEntries(entries) };
}

function peerInstances({ peer, peerTrades, sizes: names }: Options, solver: Solver): Pick<Report, 'peer'> {
  if (!peer) return {};
  const instances = readInstances(names);
  if (instances) return { peer: runPeers(instances, solver, peerTrades) };
  console.error(`Peer instances are not measured: ${instancesFolder} is absent. Maybe REBAL_SHARED_DATA must name the folder that holds them.`);
  return {};
}

function print(title: string, table: Table): void {
  if (table.length === 0) return;
  console.log(title);
  console.table(table);
}

const write = (file: string, value: unknown): void => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

function holdTo(file: string, report: Report): void {
  const { compared, worse } = compare(Baseline.parse(JSON.parse(readFileSync(file, 'utf8'))), baselineOf(report));
  console.log(`${compared} figures compared with ${file}, ${worse.length} worse.`);
  for (const line of worse) console.log(`  ${line}`);
  if (worse.length > 0 || compared === 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
