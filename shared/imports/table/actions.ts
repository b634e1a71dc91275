import type { ImportAction } from '../format';

/** `Money moved` is a deposit or a withdrawal, `Shares moved` a transfer in or out: the row's sign tells which. */
export type ActionRule = readonly [says: RegExp, action: ImportAction | 'Money moved' | 'Shares moved'];

/** What a transaction did, as its row states it. */
export interface Effect {
  /** Shares; negative when they left. */
  readonly quantity: number | null;
  /** Dollars; negative when they left. */
  readonly amount: number | null;
}

/** The action of the first rule that the custodian's words match; undefined when none does. */
export function findAction(words: string | null, rules: readonly ActionRule[], effect: Effect): ImportAction | undefined {
  const action = words === null ? undefined : rules.find(([says]) => says.test(words))?.[1];
  if (action === 'Shares moved') return (effect.quantity ?? 0) < 0 ? 'Transfer out' : 'Transfer in';
  if (action !== 'Money moved') return action;
  if (!effect.amount) return 'Other';
  return effect.amount > 0 ? 'Deposit' : 'Withdrawal';
}
