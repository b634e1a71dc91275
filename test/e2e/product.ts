import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const server = join(root, 'dist', 'server', 'serve.cjs');

export interface Product {
  /** `https://localhost:41233`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the built product on free ports, as `npm start` does, and waits for its address. */
export async function startProduct(): Promise<Product> {
  if (!existsSync(server)) throw new Error('The product is not built. Run npm test, which builds it, or npx webpack.');
  const child = spawn(process.execPath, [server], {
    cwd: root, env: { ...process.env, REBAL_PLAYGROUND_PORT: '0', REBAL_PORT: '0', REBAL_LOG: 'error' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return { url, stop: () => new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM'); }) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /https:\/\/localhost:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('exit', (status) => reject(new Error(`The product ended with ${status}: ${said}`)));
  });
}
