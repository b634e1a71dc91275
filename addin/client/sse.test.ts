import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serverEvents } from './sse';
import type { ServerEvent } from './sse';

function stream(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function read(chunks: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of serverEvents(stream(chunks))) events.push(event);
  return events;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('server-sent events', () => {
  it('reads named events with ids, drops comments and joins data lines', async () => {
    const events = await read([bytes(': padding\n\nid: 7\nevent: progress\ndata: {"done":1}\n\ndata: a\ndata: b\n\n')]);
    expect(events).toEqual([
      { event: 'progress', id: '7', data: '{"done":1}' },
      { event: 'message', id: undefined, data: 'a\nb' },
    ]);
  });

  it('does not report an event that was cut off', async () => {
    expect(await read([bytes('event: end\ndata: {"status":"done"}')])).toEqual([]);
  });

  it('reads the same events however the bytes are cut and lines end', async () => {
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(ending, fc.array(fc.nat(80), { maxLength: 12 }), async (eol, cuts) => {
        const text = ['event: progress', 'data: größer', '', 'event: end', 'data: ok', '', ''].join(eol);
        const all = bytes(text);
        const edges = [...new Set([0, ...cuts.map((cut) => cut % all.length), all.length])].sort((a, b) => a - b);
        const chunks = edges.slice(1).map((edge, index) => all.slice(edges[index], edge));
        expect((await read(chunks)).map(({ event, data }) => `${event} ${data}`)).toEqual(['progress größer', 'end ok']);
      }),
    );
  });
});
