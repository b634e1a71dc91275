import { binaryKind, isGarbled } from './binary-kind';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['%PDF-1.7', 'a PDF'],
  ['\u0089PNG\r\n', 'a PNG image'],
  ['\u00ff\u00d8\u00ff\u00e0', 'a JPEG image'],
  ['{\\rtf1', 'a rich text document (.rtf)'],
  [`${'\0'.repeat(257)}ustar`, 'a tar archive'],
  ['Symbol,Quantity', undefined],
  ['', undefined],
])('%j is %s', (text, what) => expect(binaryKind(bytes(text))).toBe(what));

test('text is told from noise', () => {
  expect(isGarbled('Symbol,Quantity\r\nVTI,3\u001a')).toBe(false);
  expect(isGarbled('a\0b')).toBe(true);
  expect(isGarbled(String.fromCharCode(...Array.from({ length: 1000 }, (_none, k) => (k * 7) % 256 || 1)))).toBe(true);
});
