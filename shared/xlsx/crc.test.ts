import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { crc32, statedCrc } from './crc';

const bytes = new TextEncoder().encode('123456789');

test('the check value of the standard, in one piece or several', () => {
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test('an archive states it for what it was read with, not for what was just put in', async () => {
  const zip = new JSZip().file('a', bytes);
  expect(statedCrc(zip.files.a)).toBeUndefined();
  expect(statedCrc((await JSZip.loadAsync(await zip.generateAsync({ type: 'uint8array' }))).files.a)).toBe(0xcbf43926);
});
