import { decide, diveFrom, undecided } from './dive';
import { elasticTiers, formulateAll, regimesOf, type Formulation } from './formulation';
import { ban, compareNodes, comparePlans, isSolved, paid, sameMisses, solveNode, trunk, type Branch, type NodeSolution, type Open, type Setting } from './node';
import { withOrdersPaid } from './orders';
import { nothingYields, type Row, type Tier, type Yielding } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import type { Limits, Solver } from './solvers/solver';
import { withinTrackingError } from './tracking-error-search';

/** The best plan found that has no conflicts, and how good a better one could be. */
export interface SearchResult {
  readonly best: NodeSolution;
  readonly formulation: Formulation;
  /** No plan that misses as little costs less than this, basis points of account value. */
  readonly bound: number;
  /** Tiers that gave way to firmer rows; none as a rule. */
  readonly yields: Yielding;
  /** The best plan found in which no tier gave way, where one did. */
  readonly firm?: SearchResult;
  readonly nodes: number;
}

/**
 * Problems solved at most per account: many for a small one, few for a large one whose every node is dear. The gap says what
 * that may cost. A count and not a clock, so that the same account always gets the same plan.
 */
function mostNodes({ snapshot: { lots, assets }, riskWeight = 1 }: Setting): number {
  // A weight that is only tried on the way to a cap is worth less.
  if (riskWeight > 1) return 8;
  return Math.min(48, Math.max(8, Math.floor(2_400 / (lots.length + assets.length))));
}

/** A miss or an improvement of one below this fraction of value is noise. */
const noticed = 1e-6;
/** Search ends when no better plan is left that is better by more than this (basis points). */
const worthOpening = 0.25;

/** In the order in which rules give way: bands to a client's rule, then everything but prohibitions to mandated cash. */
const yieldings: readonly { readonly to: Tier; readonly tiers: Yielding }[] = [
  { to: 'hard', tiers: new Set<Tier>(['repair']) },
  { to: 'cash', tiers: new Set<Tier>(['limit', 'hard', 'repair']) },
];

/** Best-first search over tax regimes, wash-sale disjunctions, buy-or-sell of one security and lots in turn. */
export function search(snapshot: AccountSnapshot, rows: readonly Row[], solver: Solver, limits: Limits): SearchResult | undefined {
  const setting = { snapshot, regimes: regimesOf(snapshot), solver, limits };
  return withinTrackingError(snapshot, rows, (riskWeight) => searchYielding({ ...setting, riskWeight }, rows));
}

/** Rules give way only when firmer ones can't be met otherwise. */
function searchYielding(setting: Setting, rows: readonly Row[]): SearchResult | undefined {
  let best = new BranchAndBound(setting, rows, nothingYields).run();
  for (const { to, tiers } of yieldings) {
    const tier = elasticTiers.indexOf(to);
    const missed = best ? best.best.missed[tier] : Infinity;
    if (missed <= noticed || !rows.some((row) => tiers.has(row.tier))) continue;
    const yielded = new BranchAndBound(setting, rows, tiers).run();
    if (yielded && yielded.best.missed[tier] < missed - noticed) best = { ...yielded, firm: best && (best.firm ?? best) };
  }
  return best;
}

/** A part of the search, and the best bound known of plans in it that miss as little (basis points). */
interface Part {
  readonly missed: readonly number[];
  readonly bound: number;
}

/** A part that is still open: a solved branch, or a regime not looked at yet. */
interface Waiting extends Part {
  readonly regime: number;
  readonly open?: Open;
}

/** What is missed by a part of which nothing is known: perhaps nothing. */
const noMisses = elasticTiers.map(() => 0);

/** One search over the regimes of an account, with rows of some tiers free to give way. */
class BranchAndBound {
  private readonly waiting: Waiting[] = [];
  /** Parts that will not be split further, among them those that no solver could solve. */
  private readonly settled: Part[] = [];
  private best?: Open;
  private first?: NodeSolution;
  private nodes = 0;
  private readonly setting: Setting;
  private readonly formulation: Formulation;

  constructor(given: Setting, rows: readonly Row[], private readonly yields: Yielding) {
    const setting = { ...given, mostOrders: yields.has('limit') ? undefined : given.snapshot.settings.maximumTrades };
    this.setting = setting;
    this.formulation = formulateAll(setting.snapshot, rows, setting.regimes, yields, setting.riskWeight);
  }

  run(): SearchResult | undefined {
    const most = mostNodes(this.setting);
    const [first] = this.openRegime({ regime: 0, bound: -Infinity, missed: noMisses });
    // A bound on tax is another row under another regime, which may then miss less than the first.
    const isAlike = first !== undefined && !this.formulation.boundsTax;
    const missed = isAlike ? first.missed : noMisses;
    this.first = isAlike ? first.open?.solution : undefined;
    this.setting.regimes.forEach((_, regime) => {
      if (regime > 0) this.waiting.push({ regime, missed, bound: first?.open?.solution.bounds[regime] ?? -Infinity });
    });
    if (first) this.waiting.push(first);
    while (this.waiting.length > 0 && this.nodes < most) {
      const least = this.waiting.reduce((best, each) => (compareWaiting(each, best) < 0 ? each : best));
      if (this.isHopeless(least)) break;
      this.expand(this.take(least));
    }
    if (!this.best) this.offer(this.staying());
    if (!this.best) return undefined;
    const { solution, formulation } = withOrdersPaid(this.setting, this.best, this.count);
    return { best: solution, formulation, bound: this.bound(solution), yields: this.yields, nodes: this.nodes };
  }

  /** The plan of no trade, for where every dive ended among what excludes each other. */
  private staying(): Open | undefined {
    const { setting, formulation } = this;
    const { lots, assets } = setting.snapshot;
    const branch = ban(trunk, lots.keys(), assets.keys());
    this.count();
    const solution = solveNode(setting, formulation, branch);
    return isSolved(solution) ? { formulation, branch, solution } : undefined;
  }

  /** Takes out the most promising part; of those as good as it a solved one, for a plan found there may settle the others. */
  private take(least: Waiting): Waiting {
    const within = { missed: least.missed, objective: least.bound + worthOpening };
    const isAsGood = ({ open, missed, bound }: Waiting): boolean => open !== undefined && compareNodes({ missed, objective: bound }, within) <= 0;
    const taken = least.open ? least : (this.waiting.find(isAsGood) ?? least);
    this.waiting.splice(this.waiting.indexOf(taken), 1);
    return taken;
  }

  private readonly count = (): void => { this.nodes += 1; };

  private isHopeless({ missed, bound }: Waiting): boolean {
    return this.best !== undefined && compareNodes({ missed, objective: bound + worthOpening }, paid(this.best.solution)) >= 0;
  }

  private offer(found: Open | undefined): void {
    if (found && (!this.best || comparePlans(found.solution, this.best.solution) < 0)) this.best = found;
  }

  /** Solves a regime's whole problem, from the answer of the one before. */
  private openRegime(from: Waiting, near?: NodeSolution): Waiting[] {
    return this.solve({ ...this.formulation, regime: from.regime }, trunk, from, near);
  }

  /** Solves a branch; one that the solver gives up stays below the bound by what is known of where it came from. */
  private solve(formulation: Formulation, branch: Branch, from: Waiting, near?: NodeSolution): Waiting[] {
    this.count();
    const solution = solveNode(this.setting, formulation, branch, near);
    if (isSolved(solution)) return [this.wait({ formulation, branch, solution }, from.regime, from)];
    if (solution === 'given up') this.settled.push(from);
    return [];
  }

  /** A bound holds for plans that miss as little as the node it was proved at; one that misses more may cost less. */
  private wait(open: Open, regime: number, from: Waiting): Waiting {
    const { missed, bounds } = open.solution;
    return { regime, open, missed, bound: sameMisses(missed, from.missed) ? Math.max(from.bound, bounds[regime]) : bounds[regime] };
  }

  /** Looks for a plan below a node, and splits the node at the first thing it leaves open. */
  private expand(node: Waiting): void {
    const { setting } = this;
    if (!node.open) {
      this.waiting.push(...this.openRegime(node, this.first));
      return;
    }
    this.offer(diveFrom(setting, node.open, this.count, this.best?.solution));
    const [worst] = undecided(setting, node.open);
    if (!worst || this.isHopeless(node)) {
      this.settled.push(node);
      return;
    }
    const { formulation, branch, solution } = node.open;
    for (const sells of [false, true]) this.waiting.push(...this.solve(formulation, decide(branch, worst, sells, setting.snapshot), node, solution));
  }

  /**
   * The least bound of what is settled and what still waits. A part that must miss more than the best plan holds none as good;
   * of one that might miss less no bound covers plans that miss as much, so nothing is proved.
   */
  private bound({ missed }: NodeSolution): number {
    return [...this.settled, ...this.waiting].reduce((least, part) => {
      if (sameMisses(part.missed, missed)) return Math.min(least, part.bound);
      return compareNodes({ ...part, objective: 0 }, { missed, objective: 0 }) < 0 ? -Infinity : least;
    }, Infinity);
  }
}

const compareWaiting = (a: Waiting, b: Waiting): number => compareNodes({ missed: a.missed, objective: a.bound }, { missed: b.missed, objective: b.bound });
