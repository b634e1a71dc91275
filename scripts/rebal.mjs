import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

/** `npm run rebal -- …`: the terminal, built when needed. Paths are those of the folder it is called from. */
prepare(['server']);
const { status } = spawnSync(process.execPath, [join(root, 'dist', 'server', 'cli.cjs'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
process.exit(status ?? 1);
