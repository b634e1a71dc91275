import { decodeText } from './decode';

const words = 'Symbol,Naïve café €5';
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  [...text].forEach((letter, index) => view.setUint16(index * 2, letter.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
};

test('UTF-8, with and without a byte order mark', () => {
  expect(decodeText(new TextEncoder().encode(words))).toBe(words);
  expect(decodeText(new TextEncoder().encode(`\uFEFF${words}`))).toBe(words);
});

test.each([
  ['little', true],
  ['big', false],
])('UTF-16 %s endian, with and without a byte order mark', (_name, littleEndian) => {
  expect(decodeText(utf16(words, littleEndian))).toBe(words);
  expect(decodeText(utf16(`\uFEFF${words}`, littleEndian))).toBe(words);
});

test('Windows-1252, when the bytes are not UTF-8', () => {
  expect(decodeText(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x35]))).toBe('Café €5');
});

test('an empty file is empty text', () => expect(decodeText(new Uint8Array())).toBe(''));
