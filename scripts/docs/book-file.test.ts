import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bookLines } from '../../shared/book-file/book-lines';
import { headerSchema } from '../../shared/book-file/header';
import { readBookFile } from '../../shared/book-file/read-book-file';
import { allFindings } from '../../shared/reconcile/reconcile';

const page = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

test('the example is a book file without issues, as REBAL itself would write it', async () => {
  const example = /```jsonl\n([\s\S]*?)```/.exec(page('book-file.md'))?.[1] ?? '';
  const { tables, issues, asOf, currency } = await readBookFile([new TextEncoder().encode(example)], 'book.rebal');
  expect(issues).toEqual([]);
  expect([...bookLines({ tables, asOf, currency })].join('\n')).toBe(example.trim());
});

test('the page names every field of the header and every code', () => {
  const text = page('book-file.md');
  for (const field of Object.keys(headerSchema.shape)) expect(text).toContain(`\`${field}\``);
  const sources = ['read-book-file.ts', 'row-troubles.ts'].map((name) => readFileSync(join(__dirname, '../../shared/book-file', name), 'utf8')).join('');
  const codes = new Set([...sources.matchAll(/'(B\d\d)'/g)].map(([, code]) => code));
  expect([...codes].sort()).toEqual([...text.matchAll(/^\| (B\d\d) \|/gm)].map(([, code]) => code));
});

test('the page on reconciling names every finding', () => {
  const text = page('reconcile.md');
  for (const finding of allFindings) expect(text).toContain(finding);
});
