import type { AccountSnapshot, Bar } from '../snapshot';
import type { Frame, Holdings } from './frame';

/** What the other accounts leave to one account, and what they rule out in it. */
export interface Left {
  readonly rest: Holdings;
  readonly bars: readonly Bar[];
  /** Worth of a dollar of each asset in this account rather than elsewhere, a year. */
  readonly location: Float64Array;
}

/**
 * The account as the part of its household that is still open. With household value V, account value V_k, φ = V_k / V,
 * target t and the others' weights `rest`, the household's active weight is `φ·(w − (t − rest)/φ)`. So the account aims at
 * `(t − rest)/φ`, which may be negative or above 1, and pays `r·φ` for its own tracking error:
 * `V·r·(φ·TE)² = V_k·(r·φ)·TE²`. Cash aims at the household's in the same way, and the drag keeps its rate.
 */
export function place(snapshot: AccountSnapshot, frame: Frame, { rest, bars, location }: Left): AccountSnapshot {
  const share = snapshot.value / frame.value;
  const left = (whole: number, elsewhere: number): number => (whole - elsewhere) / share;
  return {
    ...snapshot,
    settings: { ...snapshot.settings, riskPrice: snapshot.settings.riskPrice * share },
    assets: snapshot.assets.map((asset, i) => ({
      ...asset, target: left(frame.target[i], rest.weights[i]),
      preference: { ...asset.preference, held: asset.preference.held + location[i] },
    })),
    cash: {
      ...snapshot.cash, target: left(frame.cashTarget, rest.cash),
      ceiling: frame.cashCeiling === undefined ? undefined : left(frame.cashCeiling, rest.cash),
    },
    household: { id: frame.family.id, value: frame.value, share, target: frame.target, groups: frame.groups, cashCeiling: frame.cashCeiling, rest, bars },
  };
}
