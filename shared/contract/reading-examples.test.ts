import { expect, test } from '@jest/globals';
import { readTables } from './parse';
import { readingExamples } from './reading-examples';

test.each(Object.entries(readingExamples))('%s catches what it must, and nothing near it', (code, { fails, passes }) => {
  const of = (content: typeof fails) => readTables(content).issues.filter((issue) => issue.code === code);
  const issues = of(fails);
  expect(issues.length).toBeGreaterThan(0);
  for (const { message, fix } of issues) {
    expect(message).toMatch(/^[A-Z0-9].*\.$/s);
    if (fix !== undefined) expect(fix).toMatch(/\.$/);
  }
  expect(of(passes)).toEqual([]);
});
