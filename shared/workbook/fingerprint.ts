import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as JSON in the one way that does not depend on the order in which keys were set: keys sorted, absent values
 * left out, numbers as JavaScript prints them (RFC 8785 without its rules for text outside the BMP). NaN and infinities throw.
 */
export function canonicalJson(value: unknown): string {
  return print(value as Json);
}

/** SHA-256 of text in UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(text));
}

/** SHA-256 of a file's bytes, as 64 hexadecimal digits. */
export function sha256OfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of the canonical JSON: equal for equal content, whatever the order of keys. */
export function fingerprint(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

function print(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no fingerprint`);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(print).join(',')}]`;
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${print(value[key])}`).join(',')}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
