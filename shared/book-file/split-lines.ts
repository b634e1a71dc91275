/** Longest line, in characters: a row has some fifty columns of a thousand characters at most. */
const longestLine = 1_000_000;

/** A file whose lines are too long, or whose bytes are no UTF-8: not a file of lines. */
export class NotLinesError extends Error {}

/** The lines of a file as they arrive, in batches, without their ends; a last line needs none. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decode(decoder, chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new NotLinesError(`a line is longer than ${longestLine.toLocaleString('en-US')} characters`);
    yield lines.map(withoutReturn);
  }
  rest += decode(decoder);
  if (rest !== '') yield [withoutReturn(rest)];
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new NotLinesError('it is not UTF-8 text');
  }
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
