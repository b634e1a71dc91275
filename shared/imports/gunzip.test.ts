import { gzipSync } from 'node:zlib';
import { NotAWorkbookError } from '../xlsx/not-a-workbook';
import { gunzip } from './gunzip';

const packed = (text: string) => new Uint8Array(gzipSync(text));

test('the contents of a .gz', async () => {
  expect(new TextDecoder().decode(await gunzip(packed('Symbol,Quantity'), 100))).toBe('Symbol,Quantity');
});

test('what is damaged or unpacks to too much is refused', async () => {
  await expect(gunzip(packed('x'.repeat(5000)), 1000)).rejects.toThrow(NotAWorkbookError);
  await expect(gunzip(packed('Symbol,Quantity').subarray(0, 20), 1000)).rejects.toThrow(NotAWorkbookError);
  await expect(gunzip(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), 1000)).rejects.toThrow(NotAWorkbookError);
});
