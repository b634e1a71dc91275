/** Files that a person may drop by mistake, by their first bytes; zip, gzip and OLE files are looked into elsewhere. */
const signatures: readonly { readonly what: string; readonly starts: string }[] = [
  { what: 'a PDF', starts: '%PDF' },
  { what: 'a PNG image', starts: '\u0089PNG' },
  { what: 'a JPEG image', starts: '\u00ff\u00d8\u00ff' },
  { what: 'a GIF image', starts: 'GIF8' },
  { what: 'a TIFF image', starts: 'II*\u0000' },
  { what: 'a TIFF image', starts: 'MM\u0000*' },
  { what: 'a RAR archive', starts: 'Rar!' },
  { what: 'a 7-Zip archive', starts: '7z\u00bc\u00af' },
  { what: 'a rich text document (.rtf)', starts: '{\\rtf' },
  { what: 'a web archive (.mht)', starts: 'MIME-Version:' },
];

/** What a file is that holds no table we could read, in words that follow "is"; undefined when it may be text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const tar = String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar';
  return tar ? 'a tar archive' : signatures.find(({ starts }) => start.startsWith(starts))?.what;
}

/** True when decoded text holds what no text holds: zero characters, or other control characters in number. */
export function isGarbled(text: string): boolean {
  const head = text.slice(0, 65_536);
  const controls = head.match(/[\u0001-\u0008\u000e-\u0019\u001b-\u001f\ufffd]/g)?.length ?? 0;
  return head.includes('\u0000') || controls > 4 + head.length / 100;
}
