/** What the household's recent trades forbid in one wash-sale class; texts are the evidence, shown to people. */
export interface ClassState {
  /** A loss was sold within the window: no purchase. */
  readonly buyBlocked?: string;
  /** Shares were bought within the window: no sale at a loss. */
  readonly lossBlocked?: string;
}

/** By wash-sale class; classes without recent trades are absent. */
export type WashState = ReadonlyMap<string, ClassState>;
