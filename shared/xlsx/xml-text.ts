const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold at all, lone surrogates among them.
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const special = /[&<>"]/;

/** Text as XML content or as an attribute value; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  const clean = impossible.test(text) ? text.replace(impossible, '') : text;
  return special.test(clean) ? clean.replace(/[&<>"]/g, (character) => named[character]) : clean;
}

/** A cell's text as stored in a file: a literal `_x0041_` must not be read back as `A` (ECMA-376, ST_Xstring). */
export function encodeXstring(text: string): string {
  return escapeXml(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text);
}

/** A cell's text as a person reads it: `_x000D_` stands for the character U+000D (ECMA-376, ST_Xstring). */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** `true` and `1` in an XML attribute. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
