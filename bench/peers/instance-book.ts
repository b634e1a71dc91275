import type { Book, ModelComponent, Restriction, Security, Transaction } from '../../shared/book/book';
import { termOf } from '../../shared/tax/holding-period';
import { account, book, freely, security, taxProfile } from '../../server/optimizer/examples';
import { buildSnapshot, isSnapshot } from '../../server/optimizer/build-snapshot';
import type { RiskModel } from '../../server/optimizer/risk-model';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { RunLedger } from '../../server/workflow/wash-ledger';
import type { Instance } from './instance';

/**
 * The instances name exposures to independent factors and no volatilities. Assumed: each factor moves 5 % a year per unit
 * of exposure, and each stock by 25 % of its own, so that a stock with ten exposures near one has about 30 %.
 */
export const factorVolatility = 0.05;
export const stockVolatility = 0.25;

const cash = 'CASH';

/** An instance as a book of one taxable account. What the peers do not know is switched off: minimums, bands, caps, whole shares. */
export function bookOf(instance: Instance): Book {
  const classes = new Map(instance.targets.flatMap(({ assetClass, identifiers }) => identifiers.map((id) => [id, assetClass] as const)));
  const securities = instance.securities.map(({ id, price, spread, sector }): Security => {
    const assetClass = classes.get(id) ?? `No target ${id}`;
    return security(id, price, assetClass, { type: 'Stock', spread, sector, riskClass: assetClass });
  });
  const subject = account({
    id: instance.id,
    cash: instance.cash,
    lots: instance.lots.map(({ lotId, securityId, quantity, costBasis, acquired }) =>
      ({ id: lotId, symbol: securityId, quantity, unitCost: costBasis / quantity, acquired, heldFrom: acquired })),
    tax: {
      ...taxProfile, shortRate: instance.taxRates.shortTerm.total, longRate: instance.taxRates.longTerm.total,
      ytdShort: instance.ytd.shortTermGain, ytdLong: instance.ytd.longTermGain,
      carryShort: -instance.carryForward.shortTermLoss, carryLong: -instance.carryForward.longTermLoss,
    },
    restrictions: restrictionsOf(instance),
    // Tax counts dollar for dollar, as a peer would have it: neither our care for gains nor our waits.
    settings: { ...freely, taxCare: 'Medium', avoidShortTermGains: false, longTermWait: 0 },
  });
  return { ...book(securities, {}, [subject], { asOf: instance.asOf, transactions: recentSales(instance) }), models: new Map([['m', { name: 'M', components: modelOf(instance) }]]) };
}

/** A class of several identifiers keeps the mix that is held; where none is held, the first stands for it. */
function modelOf({ targets, lots, securities }: Instance): ModelComponent[] {
  const prices = new Map(securities.map(({ id, price }) => [id, price]));
  const held = new Map<string, number>();
  for (const { securityId, quantity } of lots) held.set(securityId, (held.get(securityId) ?? 0) + quantity * (prices.get(securityId) ?? 0));
  return targets.flatMap(({ weight, identifiers }) => {
    const values = identifiers.map((id) => held.get(id) ?? 0);
    const total = values.reduce((sum, value) => sum + value, 0);
    return identifiers.flatMap((id, k): ModelComponent[] => {
      const share = total > 0 ? values[k] / total : Number(k === 0);
      return share > 0 ? [{ component: id, target: weight * share, type: 'Symbol', buyRank: 1 }] : [];
    });
  });
}

function restrictionsOf({ restrictions }: Instance): Restriction[] {
  return restrictions.flatMap(({ securityId, canBuy, canSell }, k) => {
    const base = { on: 'Symbol' as const, value: securityId, strictness: 'hard' as const, source: `Restriction ${k + 1} of the instance` };
    return [...(canBuy ? [] : [{ ...base, rule: 'Never buy' as const }]), ...(canSell ? [] : [{ ...base, rule: 'Never sell' as const }])];
  });
}

function recentSales({ id, recentlyClosedLots }: Instance): Transaction[] {
  return recentlyClosedLots.map(({ securityId, quantity, acquired, sold, gain }) => ({
    accountId: id, date: sold, action: 'Sell', symbol: securityId, quantity,
    ...(termOf(acquired, sold) === 'Short' ? { shortGain: gain } : { longGain: gain }),
  }));
}

/** The snapshot all plans of an instance are made and judged on, with the instance's own factors as its risk model. */
export function instanceSnapshot(instance: Instance, from: Book = bookOf(instance)): AccountSnapshot {
  const [subject] = from.accounts;
  const snapshot = buildSnapshot(from, subject, new RunLedger(from).stateFor(subject));
  if (!isSnapshot(snapshot)) throw new Error(`${instance.id}: ${snapshot.reason}`);
  return { ...snapshot, risk: { ...snapshot.risk, ...factorRisk(instance, snapshot) } };
}

function factorRisk({ securities }: Instance, { assets }: AccountSnapshot): Pick<RiskModel, 'size' | 'loadings' | 'specific'> {
  const exposures = new Map(securities.map(({ id, factors }) => [id, factors]));
  const names = [...new Set(securities.flatMap(({ factors }) => Object.keys(factors)))].sort();
  return {
    size: names.length,
    loadings: Float64Array.from(assets.flatMap(({ symbol }) => names.map((name) => (exposures.get(symbol)?.[name] ?? 0) * factorVolatility))),
    specific: new Float64Array(assets.length).fill(stockVolatility ** 2),
  };
}

/** True for the target class that is cash itself. */
export const isCashTarget = ({ identifiers }: Instance['targets'][number]): boolean => identifiers.includes(cash);
