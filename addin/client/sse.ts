/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/**
 * Events of a `text/event-stream` body, as the HTML standard reads them: CR, LF or CRLF end a line, comments are dropped,
 * several `data` lines are joined. Text that is not closed by a blank line is not an event. Ends early when the signal aborts.
 */
export async function* serverEvents(body: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener('abort', leave, { once: true });
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const { blocks, tail } = splitBlocks(rest, done);
      rest = tail;
      for (const block of blocks) {
        const event = parseBlock(block);
        if (event) yield event;
      }
      if (done) return;
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    await reader.cancel().catch(() => undefined);
  }
}

/** Complete blocks, and what may still grow. A trailing CR is kept back: an LF may follow it. */
function splitBlocks(text: string, ended: boolean): { blocks: string[]; tail: string } {
  const held = !ended && text.endsWith('\r') ? '\r' : '';
  const lines = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  const parts = lines.split('\n\n');
  const tail = (parts.pop() ?? '') + held;
  return { blocks: parts, tail };
}

function parseBlock(block: string): ServerEvent | undefined {
  let event = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') event = value;
    if (field === 'id') id = value;
  }
  return data.length > 0 ? { event, data: data.join('\n'), id } : undefined;
}
