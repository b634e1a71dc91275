/** What the household's recent trades forbid in one wash-sale class; texts are the evidence, shown to people. */
export interface ClassState {
  /** A loss was sold within the window: no purchase. */
  readonly buyBlocked?: string;
  /** Shares were bought within the window: no sale at a loss. */
  readonly lossBlocked?: string;
  /**
   * By ID of the account's lots: the lots to be sold in full together with it, so that a loss on it is no wash sale
   * after all. Empty when the lot itself is all that was bought; lots that nothing clears are absent.
   */
  readonly lossClearedBy?: ReadonlyMap<string, readonly string[]>;
}

/** By wash-sale class; classes without recent trades are absent. */
export type WashState = ReadonlyMap<string, ClassState>;

/** True when a loss on this lot would be disallowed by what was bought, as long as the other lots are kept. */
export function isLossBlocked(state: ClassState | undefined, lotId: string): boolean {
  return state?.lossBlocked !== undefined && state.lossClearedBy?.get(lotId)?.length !== 0;
}
