import type { JSZipObject } from 'jszip';

/** JSZip's own stream, alike in browsers and Node; its types leave out how to hold it. */
interface EntryStream {
  on(event: 'data', callback: (chunk: Uint8Array) => void): EntryStream;
  on(event: 'error', callback: (fault: Error) => void): EntryStream;
  on(event: 'end', callback: () => void): EntryStream;
  pause(): EntryStream;
  resume(): EntryStream;
}

/**
 * The bytes of an entry of an archive, unpacked a piece at a time: while nobody takes the next piece, nothing more is unpacked.
 * Throws what the archive throws when the entry is damaged.
 */
export async function* unpack(entry: JSZipObject): AsyncGenerator<Uint8Array> {
  const stream = (entry as unknown as { internalStream(type: 'uint8array'): EntryStream }).internalStream('uint8array');
  const waiting: Uint8Array[] = [];
  let state: { ended: boolean; fault?: Error } = { ended: false };
  let wake = (): void => undefined;
  stream
    .on('data', (chunk) => {
      waiting.push(chunk);
      stream.pause();
      wake();
    })
    .on('error', (fault) => {
      state = { ended: true, fault };
      wake();
    })
    .on('end', () => {
      state = { ended: true };
      wake();
    });
  try {
    while (!state.ended || waiting.length > 0) {
      const chunk = waiting.shift();
      if (chunk) yield chunk;
      else await new Promise<void>((resolve) => { wake = resolve; stream.resume(); });
    }
    if (state.fault) throw state.fault;
  } finally {
    stream.pause();
  }
}

/** Pieces as one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
