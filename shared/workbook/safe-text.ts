/**
 * Text that is safe in any cell. Names, notes and reasons may come from other people's files; a text that a
 * spreadsheet could take for a formula must stay text. Every writer goes through this module.
 *
 * In a file, a text cell is text by its type, so nothing is added to it: the cell gets the style "quote prefix",
 * which makes Excel keep it as text even after somebody edits it. Office.js types what it is given, as a person
 * would, so there the text gets a leading apostrophe, which Excel takes away and remembers as the same style.
 */

/** Longest text written into a cell, in UTF-16 units. */
export const LONGEST_TEXT = 1_000;

// Line ends, tabs and other controls (C0, DEL, C1), line and paragraph separators.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
// What can turn the reading order around and so disguise a text (Unicode Bidi_Control).
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const suspicious = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// What makes a spreadsheet take text for a formula, in ASCII or full width; and the apostrophe itself.
const formulaStart = /^[\s\u0000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']|^[\t\r\n\u0000]/;

/** Text as a cell may show it: no control characters, turns of direction made visible, at most 1,000 characters. */
export function cleanText(text: string): string {
  const visible = suspicious.test(text) ? text.replace(bidirectional, '⟲').replace(controls, ' ').trim() : text;
  return visible.length <= LONGEST_TEXT ? visible : cut(visible);
}

/** True when a spreadsheet that is given this text could take it for a formula. */
export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text);
}

/** Clean text for Office.js, with a leading apostrophe where Excel could take it for a formula. */
export function typedText(text: string): string {
  const clean = cleanText(text);
  return looksLikeFormula(clean) ? `'${clean}` : clean;
}

/** Ends with "…" and never inside a surrogate pair. */
function cut(text: string): string {
  const end = text.charCodeAt(LONGEST_TEXT - 2);
  const isHighSurrogate = end >= 0xd800 && end <= 0xdbff;
  return `${text.slice(0, LONGEST_TEXT - (isHighSurrogate ? 2 : 1))}…`;
}
