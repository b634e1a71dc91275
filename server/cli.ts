import { main } from './commands/program';

// Whoever reads our output may stop early, as `head` does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The terminal's entry, built as `dist/server/cli.cjs`. */
void main(process.argv).then((status) => { process.exitCode = status; });
