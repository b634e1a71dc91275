import { expect, test } from '@jest/globals';
import { readEnvironment } from './environment';

const read = (source: Record<string, string>) => {
  const outcome = readEnvironment(source);
  return 'environment' in outcome ? outcome.environment : outcome.faults;
};

test('an empty environment listens to this machine only', () => {
  expect(read({})).toMatchObject({
    REBAL_HOST: '127.0.0.1',
    REBAL_PORT: 8787,
    REBAL_ORIGINS: [],
    REBAL_STORE: 'memory:',
    REBAL_MAX_BODY_MB: 64 * 1024 * 1024,
  });
  expect(read({ REBAL_PORT: '', REBAL_API_KEY: '' })).toEqual(read({}));
});

test('reads lists and numbers', () => {
  expect(
    read({
      REBAL_ORIGINS: 'https://a.example.com, https://b.example.com:3000',
      REBAL_HOSTS: 'books',
      REBAL_PORT: '0',
      REBAL_MAX_BODY_MB: '0.5',
    }),
  ).toMatchObject({
    REBAL_ORIGINS: ['https://a.example.com', 'https://b.example.com:3000'],
    REBAL_HOSTS: ['books'],
    REBAL_PORT: 0,
    REBAL_MAX_BODY_MB: 524_288,
  });
});

test('other machines may only call with a key', () => {
  expect(read({ REBAL_HOST: '0.0.0.0' })).toEqual(['REBAL_API_KEY: needed when REBAL_HOST is not this machine only (127.0.0.1)']);
  expect(read({ REBAL_HOST: '0.0.0.0', REBAL_API_KEY: 'x'.repeat(16) })).toMatchObject({ REBAL_HOST: '0.0.0.0' });
});

test.each([
  [{ REBAL_PORT: '70000' }, /^REBAL_PORT: /],
  [{ REBAL_PORT: 'http' }, /^REBAL_PORT: expected number/],
  [{ REBAL_ORIGINS: '*' }, /^REBAL_ORIGINS: expected origins/],
  [{ REBAL_ORIGINS: 'https://a.example.com/' }, /^REBAL_ORIGINS: expected origins/],
  [{ REBAL_LOG: 'loud' }, /^REBAL_LOG: /],
])('refuses %j in one sentence', (source, sentence) => {
  expect(read(source as Record<string, string>)).toEqual([expect.stringMatching(sentence)]);
});

test('never repeats a key', () => {
  expect(JSON.stringify(read({ REBAL_API_KEY: 'too short' }))).not.toContain('too short');
});
