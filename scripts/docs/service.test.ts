import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runRequestSchema } from '../../shared/api/run-request';
import { tablesSchema } from '../../shared/contract/schema';
import { readEnvironment } from '../../server/environment';
import { solvers } from '../../server/optimizer/solvers';
import { endTestServices, testService } from '../../server/routes/fixtures/test-service';
import { decideUnit } from '../../server/workflow/decide-unit';
import { runBook } from '../../server/workflow/run-book';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'docs/service.md'), 'utf8');
const cells = (pattern: RegExp): string[][] => [...text.matchAll(pattern)].map(([, ...found]) => found);

test('the page lists every endpoint that the service has', async () => {
  const { app } = testService();
  const { paths } = (await (await app.request('/openapi.json')).json()) as { paths: Record<string, object> };
  await endTestServices();
  const served = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = cells(/^\| (GET|POST|DELETE|PUT|PATCH) \| `([^`]+)`/gm).map((parts) => parts.join(' '));
  expect(listed.sort()).toEqual([...served, 'GET /openapi.json'].sort());
});

test('the page lists every variable with its default', () => {
  const read = readEnvironment({});
  if ('faults' in read) throw new Error(read.faults.join());
  const megabyte = 1024 * 1024;
  const shown = (name: string, value: unknown): string => {
    if (name === 'REBAL_THREADS') return 'cores − 1';
    return Array.isArray(value) ? value.join() : String(name.endsWith('_MB') ? Number(value) / megabyte : value);
  };
  const defaults = Object.entries(read.environment).map(([name, value]) => [name, shown(name, value)]);
  const listed = cells(/^\| `(REBAL_\w+)` \| ([^|]*)\|/gm).map(([name, value]) => [name, value.trim()]);
  expect(listed.filter(([name]) => name !== 'REBAL_API_KEY').sort()).toEqual(defaults.sort());
  expect(listed.map(([name]) => name)).toContain('REBAL_API_KEY');
});

test('the page lists every refusal under its status', () => {
  const known = [...readFileSync(join(root, 'server/routes/problems.ts'), 'utf8').matchAll(/^ {2}'?([\w-]+)'?: \[(\d{3}), /gm)].map(
    ([, code, status]) => `${status} ${code}`,
  );
  const listed = cells(/^\| (\d{3}) \| (.+) \|$/gm).flatMap(([status, codes]) =>
    codes.split(', ').map((code) => `${status} ${code.replace(/`/g, '')}`),
  );
  expect(known.length).toBeGreaterThan(10);
  expect(listed.sort()).toEqual(known.sort());
});

test('the example is accepted, and trades', async () => {
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
  const { tables, asOf = '' } = runRequestSchema(tablesSchema).parse(example);
  const solver = await solvers.native();
  const { trades, run } = await runBook({ tables, asOf }, { decideUnit: async (unit) => decideUnit(unit, solver) });
  expect(trades.map(({ action, symbol }) => `${action} ${symbol}`)).toEqual(['Sell VTI', 'Buy BND']);
  expect(run.decisions.Trade + run.decisions.Review).toBe(1);
});
