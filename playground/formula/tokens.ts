/** A piece of a formula; joining all texts gives the formula back. */
export interface Token {
  readonly kind: 'string' | 'reference' | 'table' | 'function' | 'name' | 'other';
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const COLUMNS = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
const ROWS = String.raw`\$?\d{1,7}:\$?\d{1,7}`;
const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const END = String.raw`(?![\p{L}\p{N}_.(\[!])`;

const PATTERNS: readonly [Token['kind'], string][] = [
  ['string', String.raw`"(?:[^"]|"")*"`],
  ['reference', `(?:${SHEET})?(?:${CELL}:${CELL}|${COLUMNS}|${ROWS}|${CELL})${END}`],
  ['function', `${NAME}(?=\\()`],
  ['table', String.raw`(?:${NAME})?\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`],
  ['name', `(?:${SHEET})?${NAME}`],
  ['other', String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|#[A-Z/0]+[!?]?|[\s\S]`],
];

const TOKEN = new RegExp(PATTERNS.map(([, pattern], index) => `(?<k${index}>${pattern})`).join('|'), 'gu');

/** Cuts a formula (with or without its `=`) into pieces. */
export function tokenize(formula: string): Token[] {
  return [...formula.matchAll(TOKEN)].map((match) => {
    const index = PATTERNS.findIndex((_, k) => match.groups?.[`k${k}`] !== undefined);
    return { kind: PATTERNS[index][0], text: match[0] };
  });
}
