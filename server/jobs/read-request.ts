import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Fault } from '../../shared/api/problem';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import { faultsOf, type CountedFaults } from './faults';
import { unpack, UnpackError, unpackPieces, type Body } from './unpack';

/** The part of a request that is the same for every version of the tables. */
export interface RequestOf<Tables> {
  readonly asOf?: IsoDate;
  readonly accounts?: string[];
  readonly issues?: readonly Issue[];
  readonly tables: Tables;
}

/** Why a body is no request: too large once unpacked, not JSON, or JSON that breaks the schema. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: 'too-large' | 'malformed' | 'invalid';
  readonly detail: string;
  readonly faults?: readonly Fault[];
}

export interface Request<Tables> {
  readonly kind: 'request';
  /** SHA-256 of the unpacked body. */
  readonly digest: string;
  readonly request: RequestOf<Tables>;
}

/** Unpacks, parses and checks a body. Takes about a second for 100,000 lots, so it belongs in a worker. */
export async function readRequest<Tables>(
  body: Body,
  schema: z.ZodType<RequestOf<Tables>>,
  maxUnpacked: number,
  readLines?: ReadLines<Tables>,
): Promise<Request<Tables> | Refused> {
  if (body.lines) return readLinesRequest(body, maxUnpacked, readLines);
  const unpacked = await unpack(body, maxUnpacked);
  if (unpacked.kind !== 'unpacked') return refuseUnpacked(unpacked.kind, maxUnpacked);
  const json = parseJson(unpacked.bytes);
  if ('problem' in json) return refuse('malformed', json.problem);
  const checked = schema.safeParse(json.value);
  if (checked.success) return { kind: 'request', digest: createHash('sha256').update(unpacked.bytes).digest('hex'), request: checked.data };
  return refuseFaults(faultsOf(checked.error, json.value));
}

/** What a book file says, or what is wrong with its lines; `damage` is a file that cannot be read to its end. */
export type LinesRequest<Tables> = { readonly request: RequestOf<Tables> } | CountedFaults | { readonly damage: string };

/** Reads a book file as it is unpacked. */
export type ReadLines<Tables> = (pieces: AsyncIterable<Uint8Array>) => Promise<LinesRequest<Tables>>;

/** A body of lines, read piece by piece: the unpacked text is never in memory as a whole. */
async function readLinesRequest<Tables>(body: Body, maxUnpacked: number, readLines: ReadLines<Tables> | undefined): Promise<Request<Tables> | Refused> {
  if (readLines === undefined) return refuse('malformed', 'This service reads no book files. Send the request as JSON.');
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of unpackPieces(body, maxUnpacked)) {
      hash.update(piece);
      yield piece;
    }
  }
  try {
    const read = await readLines(hashed());
    if ('damage' in read) return refuse('malformed', read.damage);
    return 'faults' in read ? refuseFaults(read) : { kind: 'request', digest: hash.digest('hex'), request: read.request };
  } catch (error) {
    if (error instanceof UnpackError) return refuseUnpacked(error.kind, maxUnpacked);
    throw error;
  }
}

function refuseFaults({ faults, count }: CountedFaults): Refused {
  const rest = count > faults.length ? ` The first ${faults.length} are listed.` : '';
  return { ...refuse('invalid', `${count === 1 ? 'One field is' : `${count} fields are`} not as the contract says.${rest}`), faults };
}

function refuseUnpacked(kind: UnpackError['kind'], maxUnpacked: number): Refused {
  if (kind === 'not-gzip') return refuse('malformed', 'The body is not gzip although Content-Encoding says so.');
  return refuse('too-large', `The body is larger than ${Math.floor(maxUnpacked / 1024 / 1024)} MB once unpacked. Maybe run fewer accounts at a time.`);
}

function refuse(code: Refused['code'], detail: string): Refused {
  return { kind: 'refused', code, detail };
}

/** The message of a syntax error quotes the body; only the position is passed on. */
function parseJson(bytes: Uint8Array): { readonly value: unknown } | { readonly problem: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'The body is not UTF-8 text.' };
  }
  if (text.trim() === '') return { problem: 'The body is empty. Send the request as JSON.' };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return { problem: `The body is not JSON${position ? ` from character ${position} on` : ''}. Maybe it was cut off.` };
  }
}
