import type { Chance } from './chance';
import type { Expectation } from './judge';
import type { Source } from './texts';

/** A mutated export, and what must be true of its reading. Without an expectation only this: no crash, no impossible figure, in time. */
export interface Mutated {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly expectation?: Expectation;
}

/** One way to spoil a file; undefined when this file cannot be spoiled that way. */
export type Mutation = (source: Source, chance: Chance) => Mutated | undefined;

const encoder = new TextEncoder();

/** Text as the file would be saved. */
export const saved = (text: string, expectation?: Expectation): Mutated => ({ bytes: encoder.encode(text), expectation });
