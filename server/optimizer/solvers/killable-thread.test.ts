import { KillableThread } from './killable-thread';

const thread = new KillableThread<number, number>(`${__dirname}/fixtures/doubling-thread.cjs`);
afterAll(() => thread.end());

test('it answers question after question', () => {
  expect([1, 2, 3].map((number) => thread.ask(number, 5_000))).toEqual([2, 4, 6]);
});

test('an endless loop ends with patience, and the next question is answered', () => {
  const started = performance.now();
  expect(thread.ask(0, 50)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(thread.ask(21, 5_000)).toBe(42);
});

test('the loop does not go on in secret', async () => {
  thread.ask(0, 20);
  await new Promise((resolve) => { setTimeout(resolve, 200); });
  const before = process.cpuUsage();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(150);
});

test('after its end it starts again', () => {
  thread.end();
  expect(thread.ask(4, 5_000)).toBe(8);
});

test('a module that does not start is our fault', () => {
  expect(() => new KillableThread(`${__dirname}/fixtures/doubling-thread.cjs.missing`, 200).ask(1, 100)).toThrow('does not start');
});
