import { bookTarget, type BookPart } from './book-part';
import type { Package } from './package';
import { child, children, parseXml } from './xml-tree';

/** What a number format makes of a number, as far as its text is concerned. */
export interface NumberShape {
  /** The number is a day, a time of day, or both. */
  readonly date: boolean;
  readonly time: boolean;
  /** Digits it is padded to: `000000000` keeps the zeros of a CUSIP. */
  readonly digits: number;
}

export const plainNumber: NumberShape = { date: false, time: false, digits: 0 };

/** The shapes of all cell formats of a workbook, by their index; a workbook without styles has none. */
export async function readNumberShapes(pack: Package, book: BookPart): Promise<readonly NumberShape[]> {
  const part = bookTarget(pack, book, 'styles');
  if (part === undefined) return [];
  const root = parseXml(part, await pack.text(part));
  const custom = children(child(root, 'numFmts'), 'numFmt').map(
    ({ attributes }) => [attributes.numFmtId ?? '', shapeOf(attributes.formatCode ?? '')] as const,
  );
  const shapes = new Map<string, NumberShape>([...builtIn, ...custom]);
  return children(child(root, 'cellXfs'), 'xf').map(({ attributes }) => shapes.get(attributes.numFmtId ?? '') ?? plainNumber);
}

const day: NumberShape = { date: true, time: false, digits: 0 };
const clock: NumberShape = { date: false, time: true, digits: 0 };

/** Formats that every program knows by number: ECMA-376 part 1, 18.8.30. */
const builtIn: readonly (readonly [string, NumberShape])[] = [
  ...['14', '15', '16', '17', '27', '28', '29', '30', '31', '36', '50', '51', '52', '53', '54', '55', '56', '57', '58'].map((id) => [id, day] as const),
  ...['18', '19', '20', '21', '32', '33', '34', '35', '45', '47'].map((id) => [id, clock] as const),
  ['22', { date: true, time: true, digits: 0 }],
];

/** The shape of a format code such as `[$-409]m/d/yy h:mm;@`; elapsed time (`[h]:mm`) is a plain number. */
export function shapeOf(code: string): NumberShape {
  const [positive] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return plainNumber;
  const letters = positive.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '').replace(/am\/pm|a\/p/gi, 'h').toLowerCase();
  if (/^0+$/.test(letters)) return { ...plainNumber, digits: letters.length };
  if (/[0#?]/.test(letters.replace(/s[.,]0+/g, 's'))) return plainNumber;
  const time = /[hs]/.test(letters);
  return { date: /[yd]/.test(letters) || (!time && letters.includes('m')), time, digits: 0 };
}
