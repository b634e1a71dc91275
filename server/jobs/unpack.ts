import { createGunzip, gunzip } from 'node:zlib';

/** A request body as it arrived. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True when `Content-Encoding` was `gzip`. */
  readonly gzip: boolean;
  /** True when it is a book file: JSON lines. */
  readonly lines?: boolean;
}

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array }
  /** More than the limit once unpacked: a zip bomb, or just too big. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-gzip' };

/** The body without compression, at most `limit` bytes; inflating stops at the limit, however much would follow. */
export function unpack({ bytes, gzip }: Body, limit: number): Promise<Unpacked> {
  if (!gzip) return Promise.resolve(bytes.length > limit ? { kind: 'too-large' } : { kind: 'unpacked', bytes });
  return new Promise((resolve) => {
    gunzip(bytes, { maxOutputLength: limit }, (error, unpacked) => {
      if (!error) resolve({ kind: 'unpacked', bytes: unpacked });
      else resolve({ kind: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-gzip' });
    });
  });
}

/** A body that is more than the limit once unpacked, or no gzip. */
export class UnpackError extends Error {
  constructor(readonly kind: Exclude<Unpacked['kind'], 'unpacked'>) {
    super(kind);
  }
}

/** The same, piece by piece: never more than a few pieces are unpacked at once. Throws an UnpackError. */
export async function* unpackPieces({ bytes, gzip }: Body, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of gzip ? inflated(bytes) : [bytes]) {
    length += piece.length;
    if (length > limit) throw new UnpackError('too-large');
    yield piece;
  }
}

async function* inflated(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: 256 * 1024 });
  stream.end(bytes);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? new UnpackError('not-gzip') : error;
  }
}
