import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** The file a request path means inside a folder; undefined for anything outside of it, hidden, or no file. */
export async function findFile(folder: string, path: string): Promise<string | undefined> {
  const decoded = decode(path);
  if (decoded === undefined || /[\0\\]/.test(decoded) || decoded.split('/').some((step) => step.startsWith('.'))) return undefined;
  const root = await realpath(folder).catch(() => undefined);
  if (root === undefined) return undefined;
  const file = await realpath(resolve(join(root, decoded))).catch(() => undefined);
  if (file === undefined || !file.startsWith(root + sep)) return undefined;
  return (await stat(file)).isFile() ? file : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** A file as a response. */
export function fileResponse(file: string): Response {
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { 'content-type': typeOf(file), 'cache-control': 'no-cache' } });
}

const typeOf = (file: string): string => TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
