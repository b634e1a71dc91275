import { writeSync } from 'node:fs';
import { chanceOf, families, type Family, type Outcome } from './families';

/**
 * Runs cases one after the other in a process of its own, so that a case which never ends or eats the memory can be ended from outside.
 * `node -r typescript.cjs run.ts FAMILY SEED FROM TO` says of each case that it begins, and what is wrong with it, as lines of JSON.
 */
async function main([family, seed, from, to]: readonly string[]): Promise<void> {
  const run = families[family as Family];
  for (let number = Number(from); number < Number(to); number += 1) {
    const begun = process.cpuUsage();
    const began = Date.now();
    say({ begins: number });
    const { what, fault }: Outcome = await run(chanceOf(Number(seed), number)).catch((error: Error) => ({ what: '?', fault: `threw ${error.stack ?? error.message}` }));
    const { user, system } = process.cpuUsage(begun);
    say({ number, what, fault, seconds: Math.min((user + system) / 1e6, (Date.now() - began) / 1000) });
  }
  say({ peak: process.resourceUsage().maxRSS / 1024 });
}

const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

void main(process.argv.slice(2));
