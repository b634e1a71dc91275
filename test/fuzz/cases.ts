import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Family } from './families';

/** What a run of cases came to. */
export interface Tally {
  readonly cases: number;
  /** `seed 1 case 7, a digit changed: etrade-portfolio x.csv: line 5 …`. */
  readonly faults: readonly string[];
  /** The slowest case, in seconds of CPU. */
  readonly slowest: { readonly seconds: number; readonly what: string };
  /** Most memory that the process had at one time, in megabytes. */
  readonly peak: number;
}

type Said =
  | { readonly begins: number }
  | { readonly number: number; readonly what: string; readonly fault?: string; readonly seconds: number }
  | { readonly peak: number };

const root = join(__dirname, '../..');
/** Megabytes of JavaScript objects: beyond them the process ends, and the case fails. */
const heap = 1536;

/** Runs cases in a process of their own. One that does not end in `limit` seconds, or ends the process, is a fault. */
export async function runCases(family: Family, seed: number, count: number, limit = 60): Promise<Tally> {
  const faults: string[] = [];
  let [cases, peak, current, slowest] = [0, 0, -1, { seconds: 0, what: '' }];
  const name = (number: number, what = ''): string => `seed ${seed} case ${number}${what && `, ${what}`}`;
  while (current + 1 < count) {
    const from = current + 1;
    const argv = [`--max-old-space-size=${heap}`, '-r', './server/jobs/fixtures/typescript.cjs', join(__dirname, 'run.ts'), family, String(seed), String(from), String(count)];
    const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    const hang = () => child.kill('SIGKILL');
    let timer = setTimeout(hang, limit * 1000);
    let running = false;
    for await (const line of createInterface({ input: child.stdout })) {
      clearTimeout(timer);
      timer = setTimeout(hang, limit * 1000);
      const said = JSON.parse(line) as Said;
      if ('begins' in said) [current, running] = [said.begins, true];
      else if ('peak' in said) peak = Math.max(peak, said.peak);
      else {
        [running, cases] = [false, cases + 1];
        if (said.fault !== undefined) faults.push(`${name(said.number, said.what)}: ${said.fault}`);
        if (said.seconds > slowest.seconds) slowest = { seconds: said.seconds, what: name(said.number, said.what) };
      }
    }
    clearTimeout(timer);
    if (running) faults.push(`${name(current)}: did not end in ${limit} seconds, or ended the process`);
    else if (current < from) throw new Error(`No case of ${family} could be run: maybe ${argv.slice(1).join(' ')} fails.`);
  }
  return { cases, faults, slowest, peak };
}
