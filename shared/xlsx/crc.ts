import type { JSZipObject } from 'jszip';

const table = Uint32Array.from({ length: 256 }, (_none, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The check sum of zip archives (CRC-32, ISO 3309) of pieces that follow each other: begin with 0 and pass on what came out. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The check sum an archive states for an entry; undefined for an entry that was not read from an archive. */
export function statedCrc(entry: JSZipObject): number | undefined {
  const { crc32: stated } = (entry as unknown as { _data?: { crc32?: unknown } })._data ?? {};
  return typeof stated === 'number' ? stated >>> 0 : undefined;
}
