import { main } from './commands/program';

/** The terminal's entry, built as `dist/server/cli.cjs`. */
void main(process.argv).then((status) => { process.exitCode = status; });
