import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { textFile } from '../custodian-file';
import { story } from './fixtures/story';
import { pershingGcus } from './gcus';

const text = readFileSync(join(__dirname, 'fixtures/gcus/positions.txt'), 'utf8');
const read = (content: string) => pershingGcus.read(textFile(content, 'a.gcus'));

test('records of a fixed width: balances, a pending split, a fund without a symbol, a note, a short option', () => {
  const { asOf, rows, issues } = read(text);
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'cash KLM204411 CASH USD ? ? ? 10927.41 @ ? = ? 1 → 10927.41 cash USD',
    'cash KLM204411 MARGIN USD ? ? ? -254.32 @ ? = ? 1 → -254.32 cash USD',
    'position KLM204411 CASH VOO 922908363 ? ? 80 @ ? = ? ? → 21900 USD',
    'position KLM204411 CASH ? L759A1260 ? ? 110.852 @ ? = ? ? → 7406.41 USD',
    'position KLM204411 CASH ? F8586HBX8 ? ? 80000 @ ? = ? ? → 79862.16 bond USD',
    'position KLM204822 SHORT ? 99QK20R7C ? ? -2 @ ? = ? ? → -620 option USD',
  ]);
  expect(rows[3].description).toBe('AMUNDI FDS II EMERG MARKETS BOND CLASS D (DIS) (USD)');
});

test('cut off anywhere: records that are whole are read, and something is said', () => {
  const full = read(text).rows;
  fc.assert(
    fc.property(fc.nat(text.length), (at) => {
      const { rows, issues } = read(text.slice(0, at));
      rows.forEach((row, k) => expect(row).toMatchObject({ symbol: full[k].symbol, quantity: full[k].quantity, marketValue: full[k].marketValue }));
      const lost = text.slice(0, at).split('\n').some((line) => /^GCA\d{8}[0-9A-Z]{10}/.test(line) && line.length < 683);
      expect(issues.some(({ code }) => code === 'I02')).toBe(lost);
    }),
    { numRuns: 100 },
  );
});

test('records that are missing, and digits that are none', () => {
  expect(read(text.replace(/^GCB.*\n/m, '')).issues).toMatchObject([{ code: 'H13' }]);
  const { rows, issues } = read(text.replace('000000001092741000+', '00000000109274100O+'));
  expect(rows[0].quantity).toBeNull();
  expect(issues).toMatchObject([{ code: 'I02', found: '00000000109274100O+' }]);
});

test('known by its records, without its first line, and nothing else is', () => {
  expect(pershingGcus.recognizes(textFile(text))).toBe(1);
  expect(pershingGcus.recognizes(textFile(text.slice(text.indexOf('\n') + 1)))).toBe(0.9);
  expect(pershingGcus.recognizes(textFile('GCA,1,2'))).toBe(0);
});
