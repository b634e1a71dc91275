import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { runRequestSchema } from '../shared/api/run-request';
import { bookLines } from '../shared/book-file/book-lines';
import { tablesSchema } from '../shared/contract/schema';
import { toWire } from '../shared/contract/wire';
import { sampleTables } from '../shared/sample/sample-book';
import { createIntake } from './routes/intake';
import { readRequest } from './jobs/read-request';
import { solvers } from './optimizer/solvers';
import { readLinesRequest } from './read-lines-request';
import { decideUnit } from './workflow/decide-unit';
import { runBook } from './workflow/run-book';

const asOf = '2026-11-20';
const tables = toWire(sampleTables({ asOf }));
const schema = runRequestSchema(tablesSchema);
const header = '{"format":"rebal-book","version":1,"contract":"1.0"}';
const account = '{"accounts":{"accountId":"A-1","taxType":"Taxable","model":"M"}}';
const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const read = (body: { bytes: Uint8Array<ArrayBuffer>; gzip?: boolean; lines?: boolean }, limit = 10_000_000) => readRequest({ gzip: false, lines: true, ...body }, schema, limit, readLinesRequest);

test('a book file is the same run as the same tables in JSON, packed or not', async () => {
  const lines = bytes([...bookLines({ tables, asOf })].join('\n'));
  const sent = [await read({ bytes: lines }), await read({ bytes: Uint8Array.from(gzipSync(lines)), gzip: true }), await readRequest({ bytes: bytes(JSON.stringify({ asOf, tables })), gzip: false }, schema, 10_000_000)];
  const solver = await solvers.native();
  const results = [];
  for (const one of sent) {
    if (one.kind === 'refused') throw new Error(one.detail);
    // The outputs' fingerprint covers sentences that name rows, which are lines here.
    results.push({ ...(await runBook({ ...one.request, asOf }, { decideUnit: async (unit) => decideUnit(unit, solver) })).run, outputsFingerprint: null });
  }
  expect(results[0].trades).toBeGreaterThan(0);
  expect(results[1]).toEqual(results[2]);
  expect(results[0]).toEqual(results[2]);
  expect(sent[0]).toMatchObject({ kind: 'request', digest: (sent[1] as { digest: string }).digest });
}, 30_000);

describe('a bad book file', () => {
  test.each<[string, string, string, string]>([
    ['empty', '', 'malformed', 'The body is empty. Send the header of a book file, then its rows.'],
    ['JSON', '{"tables":{}}', 'malformed', 'Line 1 is not the header of a book file (format: Invalid input: expected "rebal-book").'],
    ['cut off', `${header.slice(0, -1)},"tables":{"accounts":2}}\n${account}`, 'malformed', 'The body has 1 of the 2 rows of accounts that its header counts. Maybe it was cut off.'],
    ['a half line', `${header}\n${account}\n{"hold`, 'invalid', 'One field is not as the contract says.'],
    ['two bad fields', `${header}\n{"accounts":{"accountId":"","taxType":"Taxed"}}`, 'invalid', '2 fields are not as the contract says.'],
  ])('%s is refused', async (_name, text, code, detail) => {
    expect(await read({ bytes: bytes(text) })).toMatchObject({ kind: 'refused', code, detail });
  });

  test('names lines and fields, a hundred at most', async () => {
    const lot = '{"holdings":{"accountId":"A-1","symbol":"VTI","quantity":"many"}}';
    const answer = await read({ bytes: bytes([header, account, ...Array.from({ length: 150 }, () => lot)].join('\n')) });
    expect(answer).toMatchObject({ code: 'invalid', detail: '150 fields are not as the contract says. The first 100 are listed.' });
    const { faults = [] } = answer as { faults?: readonly { path: string; message: string }[] };
    expect([faults.length, faults[0]]).toEqual([100, { path: 'line 3: holdings.quantity', message: 'Expected number, found "many".' }]);
  });

  test('is refused once it is too large, however small it was packed', async () => {
    const packed = Uint8Array.from(gzipSync(`${header}\n${' '.repeat(5_000_000)}`));
    expect(await read({ bytes: packed, gzip: true }, 1_000_000)).toMatchObject({ kind: 'refused', code: 'too-large' });
    expect(await read({ bytes: bytes(header), gzip: true })).toMatchObject({ code: 'malformed', detail: expect.stringContaining('not gzip') });
  });

  test('a service without a reader says so', async () => {
    expect(await readRequest({ bytes: bytes(header), gzip: false, lines: true }, schema, 1000)).toMatchObject({ code: 'malformed' });
  });
});

test('the door knows a book file by its type', async () => {
  const intake = createIntake({ maxBody: 100, maxHeld: 100 });
  const request = (type: string) => new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'Content-Type': type } });
  expect((await intake.take(request('application/x-ndjson; charset=utf-8'))).body).toMatchObject({ lines: true, gzip: false });
  expect((await intake.take(request('application/json'))).body).not.toHaveProperty('lines');
  await expect(intake.take(request('text/csv'))).rejects.toMatchObject({ code: 'unsupported-type' });
});
