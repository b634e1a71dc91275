import { main } from '../server/commands/program';

/** Runs a command line; its last line on stderr says what it took: CPU seconds, and megabytes at the highest. */
void main(['node', 'rebal', ...process.argv.slice(2)]).then((status) => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`\n${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })}\n`);
  process.exitCode = status;
});
