/** One column of numbers; null where a cell is empty or no number. */
export type Numbers = readonly (number | null)[];

/** How often an equation holds: of the rows where all its parts are known. */
export interface Agreement {
  readonly known: number;
  readonly share: number;
}

/** What one unit of quantity is worth in prices: a share 1, a dollar of face 1/100, an option's contract 100. */
export type UnitOfPrice = 1 | 0.01 | 100;

/** Prices are printed with few decimals, and values may be at another moment's. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 0.011 + Math.abs(b) * 0.01;

/** The unit by which quantity times price is the value; null when no unit does it or a part is unknown. */
export function findUnit(quantity: number | null, price: number | null, value: number | null): UnitOfPrice | null {
  if (quantity === null || price === null || value === null || quantity === 0 || value === 0) return null;
  const product = Math.abs(quantity * price);
  return ([1, 0.01, 100] as const).find((unit) => isNear(product * unit, Math.abs(value))) ?? null;
}

/** Whether `quantity × price = value`, in any unit. */
export const checkProduct = (quantity: Numbers, price: Numbers, value: Numbers): Agreement =>
  agreement(quantity.length, (k) => (quantity[k] && price[k] && value[k] ? findUnit(quantity[k], price[k], value[k]) !== null : null));

/** Whether `value − cost = gain`. */
export const checkGain = (value: Numbers, cost: Numbers, gain: Numbers): Agreement =>
  agreement(value.length, (k) => {
    const [v, c, g] = [value[k], cost[k], gain[k]];
    return v === null || c === null || g === null || (c === 0 && g === 0) ? null : Math.abs(v - c - g) <= 0.02 + Math.abs(v) * 0.0005;
  });

/** Whether money has the other sign than shares, as in a list of transactions. */
export const checkFlow = (quantity: Numbers, value: Numbers): Agreement =>
  agreement(quantity.length, (k) => (quantity[k] && value[k] ? Math.sign(quantity[k]) !== Math.sign(value[k]) : null));

/** Whether a cost is nearer to the price than to the value, and so the cost of one: only where quantity keeps the two apart. */
export const checkPerUnit = (cost: Numbers, quantity: Numbers, price: Numbers, value: Numbers): Agreement =>
  agreement(cost.length, (k) => {
    const [c, q, p, v] = [cost[k], quantity[k], price[k], value[k]];
    if (!c || !q || !p || !v || Math.abs(Math.log(Math.abs(v / p))) < 0.7) return null;
    return Math.abs(Math.log(Math.abs(c / p))) < Math.abs(Math.log(Math.abs(c / v)));
  });

/** `a × b`, in units of share. */
export const productOf = (a: Numbers, b: Numbers): Numbers => a.map((x, k) => (x === null || b[k] === null ? null : x * (b[k] ?? 0)));

function agreement(rows: number, holdsAt: (row: number) => boolean | null): Agreement {
  let [known, right] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const holds = holdsAt(row);
    if (holds === null) continue;
    known += 1;
    if (holds) right += 1;
  }
  return { known, share: known === 0 ? 0 : right / known };
}
