import { foreignWords } from './foreign-words';
import { holds, meanings, type GenericField } from './meanings';

/** How well a header fits a meaning, 0 to 1, and the name that it fits. */
export interface WordScore {
  readonly field: GenericField;
  readonly score: number;
  readonly name: string;
}

/** Abbreviations of the field, one word each. */
const fullWords: Readonly<Record<string, string>> = {
  acct: 'account', qty: 'quantity', mkt: 'market', val: 'value', avg: 'average', ave: 'average', orig: 'original', adj: 'adjusted', amt: 'amount',
  unreal: 'unrealized', unrealised: 'unrealized', realised: 'realized', desc: 'description', sec: 'security', ccy: 'currency', curr: 'currency', cur: 'currency',
  no: 'number', num: 'number', nbr: 'number', px: 'price', prc: 'price', tot: 'total', st: 'short term', lt: 'long term', acq: 'acquired', dt: 'date',
  shs: 'share', sym: 'symbol', pnl: 'profit loss', pl: 'profit loss', gl: 'gain loss', trans: 'transaction', tran: 'transaction', chg: 'change', pct: 'percent',
  est: 'estimated', ytd: 'change', cb: 'basis', taxlot: 'tax lot', fed: 'federal', comm: 'commission', shortterm: 'short term', longterm: 'long term',
  ltst: 'long term short term', stlt: 'long term short term', portf: 'portfolio', fmv: 'fair market value', cps: 'cost per share', identifier: 'identifier',
};

/** Words that say nothing about the meaning. */
const empty = new Set(['the', 'of', 'in', 'a', 'and', 'dollar', 'usd', 'us', 'my', 'your', 'by', 'base', 'local', 'eur']);

/** Words that make another quantity of what the rest of a header says: a change, a share, a forecast, an income. */
const others = new Set([
  'percent', 'change', 'yield', 'dividend', 'income', 'rate', 'accrued', 'weight', 'allocation', 'target', 'today', 'day', 'daily', 'high', 'low', 'volume', 'beta',
  'rating', 'ratio', 'maturity', 'coupon', 'strike', 'expiration', 'expiry', 'previous', 'prior', 'beginning', 'opening', 'estimated', 'annual', 'pending',
  'unsettled', 'settlement', 'settle', 'return', 'reinvest', 'method', 'underlying', 'multiplier', 'exchange', 'inception', 'withdrawn', 'intrinsic', 'drift', 'tax rate', 'ex', 'call',
]);

/** Splits `AcctNumber`, `Mkt Val ($)`, `Unrealized G/L %` into plain words without plurals. */
export function headerWords(header: string): string[] {
  const spaced = header
    .replace(/(\S.*)\b(?:as of|as at)\b.*\d.*$/i, '$1')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(g|p)\s?[/&]\s?l\b/g, (_all, kind: string) => (kind === 'g' ? ' gain loss ' : ' profit loss '))
    .replace(/[’']s\b/g, '')
    .replace(/%/g, ' percent ')
    .replace(/#/g, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return spaced
    .split(' ')
    .flatMap((word) => (fullWords[word] ?? foreignWords[word] ?? word).split(' '))
    .filter((word) => word !== '' && !empty.has(word))
    .map(singular);
}

const singular = (word: string): string => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && word !== 'holdings' && word !== 'gross' ? word.slice(0, -1) : word);

interface Known {
  readonly field: GenericField;
  readonly name: string;
  readonly words: readonly string[];
  readonly whole: boolean;
  readonly weight: number;
}

const known: readonly Known[] = (Object.keys(meanings) as GenericField[]).flatMap((field) =>
  meanings[field].map((entry, rank) => {
    const name = entry.replace(/[=~]/g, '');
    const weight = (entry.endsWith('~') ? 0.72 : 1) - rank * 0.001;
    return { field, name, words: headerWords(name), whole: entry.startsWith('='), weight };
  }),
);

const keyOf = (words: readonly string[]) => [...new Set(words)].sort().join(' ');
const byKey = new Map<string, Known[]>();
const byWord = new Map<string, Known[]>();
for (const entry of known) {
  const key = keyOf(entry.words);
  byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  for (const word of entry.words) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
}

/** The meanings a header can have, best first. `Qty (Quantity)` is tried whole, before the parenthesis, and within. */
export function scoreHeader(header: string): readonly WordScore[] {
  const parts = /^([^()]+)\(([^()]+)\)\s*$/.exec(header);
  const names = parts && !/%/.test(parts[2]) ? [header, parts[1], parts[2]] : [header];
  const best = new Map<GenericField, WordScore>();
  for (const name of names) {
    for (const found of scoreWords(headerWords(name))) if ((best.get(found.field)?.score ?? 0) < found.score) best.set(found.field, found);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function scoreWords(words: readonly string[]): WordScore[] {
  const whole = byKey.get(keyOf(words)) ?? [];
  const exact = whole.map(({ field, name, weight }) => ({ field, name, score: 0.97 * weight }));
  if (words.length === 0 || words.length > 9 || words.some((word) => others.has(word))) return exact;
  const has = new Set(words);
  const candidates = new Set(words.flatMap((word) => byWord.get(word) ?? []));
  const partial = [...candidates]
    .filter((entry) => !entry.whole && entry.words.every((word) => has.has(word)) && agrees(entry, has))
    .map((entry) => ({ field: entry.field, name: entry.name, score: (0.45 + 0.45 * (entry.words.length / has.size)) * entry.weight }));
  return [...exact, ...partial];
}

/** `Price date` is a day and no price; `Proceeds per share` is no total. */
function agrees({ field, words }: Known, has: ReadonlySet<string>): boolean {
  if (has.has('date') && !words.includes('date') && holds[field] !== 'day') return false;
  if (has.has('per') && !words.includes('per')) return field === 'unitCost' || field === 'price';
  return true;
}
