import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toCents, toPlaces } from '../../shared/units';
import { basisPoints } from '../../server/optimizer/formulation';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import type { Solver } from '../../server/optimizer/solvers/solver';
import { timed } from '../cpu';
import type { Judged } from '../report';
import { instanceSnapshot } from './instance-book';
import { Instance, PeerTrades } from './instance';
import { judge } from './judge';
import { lawful } from './lawful';
import { heuristic, ours, positionOptimizer, type Peer, type Planned } from './kinds';

/** Where the instances lie: beside the repository, unless `REBAL_SHARED_DATA` says otherwise. */
export const instancesFolder = join(process.env.REBAL_SHARED_DATA ?? resolve(__dirname, '../../../shared/data'), 'peer-instances');

/** Marks a peer's plan from which wash sales were left out. */
const withoutWash = ', no wash sales';

const peers: Readonly<Record<string, Peer>> = { rebal: ours, heuristic, 'position QP': positionOptimizer };

/** The instances of the sizes asked for, in order of name; undefined when the folder is absent. */
export function readInstances(sizes: readonly string[], folder = instancesFolder): Instance[] | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).sort()
    .filter((name) => name.endsWith('.json') && sizes.some((size) => name.startsWith(`${size}-`)))
    .map((name) => Instance.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Every peer's plan of every instance, measured alike. `tradesFolder` holds one `<instance>.json` for each that a real peer planned. */
export function runPeers(instances: readonly Instance[], solver: Solver, tradesFolder?: string): Judged[] {
  if (instances.length > 0) Object.values(peers).forEach((peer) => peer(instances[0], instanceSnapshot(instances[0]), solver));
  return instances.flatMap((instance) => {
    const snapshot = instanceSnapshot(instance);
    const planned = Object.entries(peers).flatMap(([who, peer]) => {
      const { result, ms } = timed(() => peer(instance, snapshot, solver));
      return result ? lines(instance, snapshot, who, result, toPlaces(ms, 3)) : [];
    });
    const file = tradesFolder === undefined ? undefined : join(tradesFolder, `${instance.id}.json`);
    if (file === undefined || !existsSync(file)) return planned;
    const trades = PeerTrades.parse(JSON.parse(readFileSync(file, 'utf8')));
    return [...planned, ...lines(instance, snapshot, 'trades given', trades, null)];
  });
}

/** A plan as it is; where it meets section 1091, also without what that takes back. */
function lines(instance: Instance, snapshot: AccountSnapshot, who: string, trades: Planned, cpuMs: number | null): Judged[] {
  const judged = judge(instance, snapshot, trades);
  const mostScore = typeof trades.gapBp === 'number' ? toCents(judged.score + (trades.gapBp / basisPoints) * snapshot.value) : null;
  const asIs = rounded({ who, cpuMs, mostScore, ...judged });
  if (asIs.washHits === 0) return [asIs];
  return [asIs, rounded({ who: `${who}${withoutWash}`, cpuMs, mostScore: null, ...judge(instance, snapshot, lawful(snapshot, trades)) })];
}

function rounded(judged: Judged): Judged {
  const fraction = (value: number): number => toPlaces(value, 6);
  return {
    ...judged, tax: toCents(judged.tax), score: toCents(judged.score), turnover: fraction(judged.turnover),
    driftBefore: fraction(judged.driftBefore), driftAfter: fraction(judged.driftAfter),
    trackingErrorBefore: fraction(judged.trackingErrorBefore), trackingErrorAfter: fraction(judged.trackingErrorAfter),
  };
}
