import { checkGain, checkPerUnit, checkProduct, productOf, type Agreement, type Numbers } from './arithmetic';
import type { GenericField } from './meanings';

/** A column that holds a meaning, how sure that is, and why. */
export interface Claim {
  readonly column: number;
  readonly confidence: number;
  readonly because: string;
}

export type Claims = Map<GenericField, Claim>;

const holdsIn = ({ known, share }: Agreement, least = 0.8, rows = 1): boolean => known >= rows && share >= least;
const failsIn = ({ known, share }: Agreement): boolean => known >= 1 && share < 0.5;

/**
 * Corrects what the headers say by what the numbers say: which of two prices is the price, whether a cost is per share or total,
 * which gain is in dollars, which of several `costs` leaves a gain that the file has. Answers the share of rows that agree, null when nothing could be checked.
 */
export function settleByArithmetic(claims: Claims, columns: readonly number[], numbersOf: (column: number) => Numbers, costs: readonly number[] = []): number | null {
  const settling = new Settling(claims, columns, numbersOf);
  settling.settleProduct();
  settling.settleCost();
  settling.chooseCost(costs);
  settling.settleGain();
  return settling.support();
}

class Settling {
  constructor(
    private readonly claims: Claims,
    private readonly columns: readonly number[],
    private readonly numbersOf: (column: number) => Numbers,
  ) {}

  /** `quantity × price = value`: a wrong or missing one of the three is looked for among all columns of numbers. */
  settleProduct(): void {
    const [quantity, price, value] = [this.of('quantity'), this.of('price'), this.of('marketValue')];
    if (quantity && value) this.replace('price', price, (x) => checkProduct(quantity, x, value), 'quantity times it is the value');
    else if (price && value) this.replace('quantity', quantity, (x) => checkProduct(x, price, value), 'it times the price is the value');
    else if (price && quantity) this.replace('marketValue', value, (x) => checkProduct(quantity, price, x), 'it is quantity times price');
  }

  /** A cost that is called neither per share nor total tells by its size, and by the gain where there is one. */
  settleCost(): void {
    const [quantity, price, value, gain] = [this.of('quantity'), this.of('price'), this.of('marketValue'), this.of('gain')];
    const [unitCost, costBasis] = [this.of('unitCost'), this.of('costBasis')];
    if (!quantity) return;
    if (unitCost && costBasis) {
      if (failsIn(checkProduct(quantity, unitCost, costBasis)) && holdsIn(checkProduct(quantity, costBasis, unitCost))) this.swap('unitCost', 'costBasis');
      return;
    }
    const cost = costBasis ?? unitCost;
    if (!cost || !value) return;
    const perUnit = gain ? checkGain(value, productOf(quantity, cost), gain) : { known: 0, share: 0 };
    const total = gain ? checkGain(value, cost, gain) : { known: 0, share: 0 };
    const sized = price ? checkPerUnit(cost, quantity, price, value) : { known: 0, share: 0 };
    const decided = Math.max(perUnit.share, total.share) >= 0.8;
    const saysPerUnit = decided ? perUnit.share >= 0.8 && total.share < 0.8 : holdsIn(sized, 0.95);
    const saysTotal = decided ? total.share >= 0.8 && perUnit.share < 0.8 : sized.known >= 1 && sized.share <= 0.05;
    if (costBasis && saysPerUnit) this.rename('costBasis', 'unitCost', decided ? 'quantity times it leaves the gain' : 'it is of the size of the price');
    if (unitCost && saysTotal) this.rename('unitCost', 'costBasis', decided ? 'value less it is the gain' : 'it is of the size of the value');
  }

  /** Of several columns called a cost, in two currencies or of two kinds, the one that makes the gain with the value that is read. */
  chooseCost(costs: readonly number[]): void {
    const [value, present] = [this.of('marketValue'), this.claims.get('costBasis')];
    if (!value || !present || costs.length < 2) return;
    const taken = new Set([...this.claims].filter(([field]) => field !== 'gain').map(([, { column }]) => column));
    const gains = this.columns.filter((column) => !taken.has(column) && !costs.includes(column));
    const leavesGain = (cost: number) => gains.some((gain) => holdsIn(checkGain(value, this.numbersOf(cost), this.numbersOf(gain))));
    const fitting = leavesGain(present.column) ? undefined : costs.find((cost) => !taken.has(cost) && leavesGain(cost));
    if (fitting !== undefined) this.claims.set('costBasis', { column: fitting, confidence: 0.9, because: 'value less it is a gain of the file' });
  }

  /** `value − cost = gain`: of several columns of gains the one in dollars, of the whole position. */
  settleGain(): void {
    const [value, cost, gain] = [this.of('marketValue') ?? this.of('proceeds'), this.cost(), this.of('gain')];
    if (value && cost) this.replace('gain', gain, (x) => checkGain(value, cost, x), 'it is value less cost');
  }

  support(): number | null {
    const [quantity, price, value, gain, cost] = [this.of('quantity'), this.of('price'), this.of('marketValue'), this.of('gain'), this.cost()];
    const [unitCost, costBasis] = [this.of('unitCost'), this.of('costBasis')];
    const checks = [
      quantity && price && value ? checkProduct(quantity, price, value) : undefined,
      quantity && unitCost && costBasis ? checkProduct(quantity, unitCost, costBasis) : undefined,
      value && cost && gain ? checkGain(value, cost, gain) : undefined,
    ].filter((check) => check !== undefined && check.known > 0) as Agreement[];
    return checks.length === 0 ? null : checks.reduce((sum, { share }) => sum + share, 0) / checks.length;
  }

  private of(field: GenericField): Numbers | undefined {
    const claim = this.claims.get(field);
    return claim && this.numbersOf(claim.column);
  }

  private cost(): Numbers | undefined {
    const [quantity, unitCost] = [this.of('quantity'), this.of('unitCost')];
    return this.of('costBasis') ?? (quantity && unitCost && productOf(quantity, unitCost));
  }

  /** Gives the meaning to the column that fits when the present one does not. A column without a telling header must fit in three rows. */
  private replace(field: GenericField, present: Numbers | undefined, check: (numbers: Numbers) => Agreement, because: string): void {
    if (present && !failsIn(check(present))) return;
    const taken = new Set([...this.claims].filter(([other]) => !(field === 'price' && other === 'unitCost')).map(([, { column }]) => column));
    const fitting = this.columns.find((column) => !taken.has(column) && holdsIn(check(this.numbersOf(column)), 0.8, present ? 1 : 3));
    if (fitting === undefined) return;
    const displaced = this.claims.get(field);
    if (this.claims.get('unitCost')?.column === fitting) this.claims.delete('unitCost');
    this.claims.set(field, { column: fitting, confidence: 0.75, because });
    if (field === 'price' && displaced && !this.claims.has('unitCost')) this.takeAsUnitCost(displaced.column);
  }

  /** Of two prices the one that is not the price is often what was paid: when it explains the cost or the gain. */
  private takeAsUnitCost(column: number): void {
    const [quantity, value, costBasis, gain] = [this.of('quantity'), this.of('marketValue'), this.of('costBasis'), this.of('gain')];
    const paid = this.numbersOf(column);
    const explainsCost = quantity && costBasis && holdsIn(checkProduct(quantity, paid, costBasis));
    const explainsGain = quantity && value && gain && holdsIn(checkGain(value, productOf(quantity, paid), gain));
    if (explainsCost || explainsGain) this.claims.set('unitCost', { column, confidence: 0.75, because: 'it explains the cost, so it is no price of today' });
  }

  private rename(from: GenericField, to: GenericField, because: string): void {
    const claim = this.claims.get(from);
    this.claims.delete(from);
    if (claim) this.claims.set(to, { column: claim.column, confidence: 0.75, because });
  }

  private swap(a: GenericField, b: GenericField): void {
    const [first, second] = [this.claims.get(a), this.claims.get(b)];
    if (first && second) this.claims.set(a, { ...second, because: 'quantity times it is the cost' }).set(b, { ...first, because: 'it is quantity times unit cost' });
  }
}
