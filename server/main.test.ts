import { describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the service as a process of its own; `onOut` sees what it has written so far. */
function run(variables: Record<string, string>, onOut: (out: string, child: ChildProcess) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, ['-r', join(__dirname, 'jobs/fixtures/typescript.cjs'), join(__dirname, 'main.ts')], {
    env: { PATH: process.env.PATH, REBAL_PORT: '0', ...variables },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => {
    out += data;
    onOut(out, child);
  });
  child.stderr.on('data', (data) => (err += data));
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, out, err })));
}

describe('the service as a process', () => {
  test('says in one line each what is wrong with its environment', async () => {
    expect(await run({ REBAL_HOST: '0.0.0.0', REBAL_STORE: 'memory:' })).toEqual({
      code: 2,
      out: '',
      err: 'REBAL_API_KEY: needed when REBAL_HOST is not this machine only (127.0.0.1)\n',
    });
  });

  test('says in one line that its port is taken, or its storage unknown', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const taken = await run({ REBAL_PORT: `${port}`, REBAL_LOG: 'silent' });
    expect(taken).toMatchObject({
      code: 1,
      err: `Port ${port} of 127.0.0.1 is taken. Maybe REBAL is running already; else set REBAL_PORT.\n`,
    });
    other.close();
    expect(await run({ REBAL_STORE: 'postgres://db', REBAL_LOG: 'silent' })).toMatchObject({
      code: 1,
      err: 'Storage "postgres:" is unknown. Maybe use memory:\n',
    });
  });

  test('answers, and ends in good order when told to', async () => {
    let health: Promise<number> | undefined;
    const ended = await run({}, (out, child) => {
      const port = /"port":(\d+)/.exec(out)?.[1];
      if (!port || health) return;
      health = fetch(`http://127.0.0.1:${port}/healthz`)
        .then(({ status }) => status)
        .finally(() => child.kill('SIGTERM'));
    });
    expect(await health).toBe(200);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/"signal":"SIGTERM","msg":"stopping"[\s\S]*"msg":"stopped"/);
  });
});
