import { gunzip } from 'node:zlib';

/** A request body as it arrived. */
export interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True when `Content-Encoding` was `gzip`. */
  readonly gzip: boolean;
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
