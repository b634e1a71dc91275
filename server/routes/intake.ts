import type { Body } from '../jobs/unpack';
import { Refusal } from './problems';

export interface IntakeLimits {
  /** Most bytes of one body as it is sent. */
  readonly maxBody: number;
  /** Most bytes of all bodies held at once: those arriving, waiting and running. */
  readonly maxHeld: number;
}

/** A body in memory; `release` gives its bytes back, once. */
export interface Held {
  readonly body: Body;
  release(): void;
}

/** Takes request bodies into memory, and never more than it may. */
export interface Intake {
  /** Refuses bodies that are no JSON by their headers, too large, cut off, or for which there is no room. */
  take(request: Request): Promise<Held>;
}

/** An intake with its own account of the bytes it holds. */
export function createIntake({ maxBody, maxHeld }: IntakeLimits): Intake {
  let held = 0;
  return {
    async take(request) {
      const form = checkHeaders(request, maxBody);
      let mine = 0;
      const release = (): void => {
        held -= mine;
        mine = 0;
      };
      const reserve = (bytes: number): void => {
        if (mine + bytes > maxBody) throw tooLarge(maxBody);
        if (held + bytes > maxHeld)
          throw new Refusal('busy', 'The service has no room for more books at the moment. Try again soon.', {
            headers: { 'Retry-After': '10' },
          });
        mine += bytes;
        held += bytes;
      };
      try {
        return { body: { bytes: await collect(request, reserve), ...form }, release };
      } catch (error) {
        release();
        throw error instanceof Refusal ? error : new Refusal('malformed', 'The body was cut off.');
      }
    },
  };
}

/** Media type of a book file, docs/book-file.md. */
export const linesType = 'application/x-ndjson';

const isUtf8 = (type: string, media: string): boolean => new RegExp(`^${media}(\\s*;\\s*charset="?utf-8"?)?\\s*$`, 'i').test(type);

/** How the body was sent: plain or gzip, JSON or lines. */
function checkHeaders({ headers }: Request, maxBody: number): Omit<Body, 'bytes'> {
  const type = headers.get('Content-Type') ?? '';
  const lines = isUtf8(type, linesType);
  if (!lines && !isUtf8(type, 'application/json')) {
    throw new Refusal('unsupported-type', `The body must be JSON: send Content-Type: application/json, or ${linesType} for a book file.`, {
      headers: { Accept: `application/json, ${linesType}` },
    });
  }
  const encoding = (headers.get('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new Refusal('unsupported-type', 'The body may be sent plain or as gzip only.', { headers: { 'Accept-Encoding': 'gzip' } });
  }
  if (Number(headers.get('Content-Length') ?? 0) > maxBody) throw tooLarge(maxBody);
  return { gzip: encoding === 'gzip', ...(lines ? { lines } : {}) };
}

function tooLarge(maxBody: number): Refusal {
  return new Refusal(
    'too-large',
    `The body is larger than ${Math.floor(maxBody / 1024 / 1024)} MB. Maybe send it as gzip, or run fewer accounts at a time.`,
  );
}

async function collect(request: Request, reserve: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    reserve(chunk.byteLength);
    chunks.push(chunk);
    length += chunk.byteLength;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
