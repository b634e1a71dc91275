import { parseArgs } from 'node:util';
import { sizeNames, type SizeName } from './sizes';

export interface Options {
  readonly sizes: readonly SizeName[];
  /** Books per size; each size's own number when absent, 0 leaves made-up accounts out. */
  readonly books?: number;
  readonly solvers: readonly string[];
  /** Seconds that an integer program may look for a better plan, per account and tax regime; absent when nothing is to be proved. */
  readonly prove?: number;
  readonly peer: boolean;
  readonly peerTrades?: string;
  readonly json?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' }, accounts: { type: 'string' }, solvers: { type: 'string' }, prove: { type: 'string' }, peer: { type: 'boolean' }, 'peer-trades': { type: 'string' },
      json: { type: 'string' }, baseline: { type: 'string' }, 'write-baseline': { type: 'string' },
    },
  });
  return {
    sizes: chosen('--sizes', values.sizes, sizeNames),
    books: count('--accounts', values.accounts),
    solvers: chosen('--solvers', values.solvers, known),
    prove: count('--prove', values.prove),
    peer: values.peer === true || values['peer-trades'] !== undefined,
    peerTrades: values['peer-trades'],
    json: values.json,
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
  };
}

/** Names from a list with commas, in the order of the list of all; all of them when none is given. */
function chosen<Name extends string>(option: string, text: string | undefined, all: readonly Name[]): Name[] {
  if (text === undefined) return [...all];
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(all as readonly string[]).includes(name));
  if (wrong !== undefined) throw new Error(`${option} "${wrong}" is not known. Maybe one of ${all.join(', ')} is meant.`);
  return all.filter((name) => names.includes(name));
}

function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${option} "${text}" is not a whole number.`);
  return Number(text);
}
