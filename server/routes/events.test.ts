import { afterEach, expect, test } from '@jest/globals';
import { runStatusSchema } from '../../shared/api/run-status';
import { endTestServices, testService, type TestService } from './fixtures/test-service';

afterEach(endTestServices);

/** The text of a run's stream until it ends, or until it holds `until`. */
async function streamOf({ app, post }: TestService, until: string): Promise<string> {
  const { links } = runStatusSchema.parse(await (await post([{ accountId: 'A-1', deed: 'hang' }])).json());
  const reader = (await app.request(links.events)).body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; ;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return text;
    text += value;
    if (text.includes(until)) await reader?.cancel();
  }
}

test('gives signs of life while nothing happens', async () => {
  expect(await streamOf(testService({ services: { beat: 20 } }), ': still here')).toMatch(/^: {2048}\n\n(: still here\n\n)+$/);
});

test('ends without an end when the service closes before the run has ended', async () => {
  const service = testService();
  setTimeout(() => service.closing.abort(), 50);
  expect(await streamOf(service, 'event: end')).not.toContain('event: end');
});

test('ends when the run is forgotten', async () => {
  const service = testService();
  setTimeout(() => void service.store.close(), 50);
  expect(await streamOf(service, 'event: end')).not.toContain('event: end');
});
