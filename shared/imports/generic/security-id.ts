/** Security numbers, and what a spreadsheet makes of them. */

const sedolWeights = [1, 3, 1, 7, 3, 9];

/** True for seven characters, no vowels, whose last is the check digit. */
export function isSedol(text: string): boolean {
  if (!/^[0-9B-DF-HJ-NP-TV-Z]{6}\d$/.test(text)) return false;
  const sum = sedolWeights.reduce((total, weight, k) => total + weight * parseInt(text[k], 36), 0);
  return (10 - (sum % 10)) % 10 === Number(text[6]);
}

/** What a spreadsheet took for a day, a truth or a power of ten: `MAR-1`, `1-Mar`, `TRUE`, `9.12828E+08`, `#NAME?`. */
export function isMangled(text: string): boolean {
  return /^(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{1,4}|true|false|\d(?:\.\d+)?e[+-]?\d+|#(?:name\?|value!|ref!|num!|div\/0!))$/i.test(text.trim());
}
