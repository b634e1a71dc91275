import { type Band, STANDARD_HEIGHT, STANDARD_WIDTH } from '../../model/sheet';
import type { Style } from '../../model/style';
import type { Place } from '../../model/workbook';
import { invalidArgument } from '../fault';
import type { Host } from '../host';
import { type Scalar, type Service, subject } from '../service';

/** What all cells of an area have in common, or null; the first thousand cells decide. */
function common<Item>({ sheet, area }: Place, read: (style: Style) => Item): Item | null {
  const [bottom, right] = [Math.min(area.bottom, area.top + 99), Math.min(area.right, area.left + 9)];
  const seen = new Set<Item>();
  for (let row = area.top; row <= bottom; row++)
    for (let column = area.left; column <= right; column++) seen.add(read(sheet.style(row, column)));
  return seen.size === 1 ? [...seen][0] : null;
}

/** A loadable part of a style; `normal` is Excel's default. */
function styled<Key extends keyof Style>(key: Key, normal: NonNullable<Style[Key]>, read: (value: unknown) => Style[Key]): Scalar<Place> {
  return {
    get: (place) => common(place, (style) => style[key] ?? normal),
    set: ({ sheet, area }, value, host) => {
      const next = read(value);
      sheet.restyle(area, (style) => ({ ...style, [key]: next }));
      host.repaint(sheet);
    },
  };
}

/** `#RRGGBB` from Excel's spellings of a color; empty means none. */
export function readColor(value: unknown): string | undefined {
  if (typeof value !== 'string') throw invalidArgument();
  if (value === '') return undefined;
  const hex = /^#?([0-9a-f]{6})$/i.exec(value);
  if (hex) return `#${hex[1].toUpperCase()}`;
  const named = NAMED[value.toLowerCase()];
  if (!named) throw invalidArgument();
  return named;
}

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  navy: '#000080',
  teal: '#008080',
  purple: '#800080',
  maroon: '#800000',
};

const flag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
};
/** One of the allowed words, or InvalidArgument. */
export const words =
  (...allowed: string[]) =>
  (value: unknown): string => {
    if (typeof value !== 'string' || !allowed.includes(value)) throw invalidArgument();
    return value;
  };
const size = (value: unknown): number => {
  if (typeof value !== 'number' || !(value >= 0)) throw invalidArgument();
  return value;
};

/** Column width or row height, in points; null when they differ. */
function bandSize(standard: number, bandsOf: (place: Place) => [Map<number, Band>, number, number]): Scalar<Place> {
  return {
    get: (place) => {
      const [bands, first, last] = bandsOf(place);
      const sizes = new Set<number>();
      for (let index = first; index <= last && sizes.size < 2; index++) sizes.add(bands.get(index)?.size ?? standard);
      return sizes.size === 1 ? [...sizes][0] : null;
    },
    set: (place, value, host) => {
      const [bands, first, last] = bandsOf(place);
      const points = size(value);
      for (let index = first; index <= last; index++) place.sheet.band(bands, index).size = points;
      host.repaint(place.sheet);
    },
  };
}

const columns = ({ sheet, area }: Place): [Map<number, Band>, number, number] => [sheet.columns, area.left, area.right];
const rows = ({ sheet, area }: Place): [Map<number, Band>, number, number] => [sheet.rows, area.top, area.bottom];

/** Widths that fit the longest text, at about six points a character. */
function autofitColumns({ sheet, area }: Place, _args: readonly unknown[], host: Host): void {
  const longest = new Map<number, number>();
  sheet.cells.forEach({ ...area, top: 0, bottom: Infinity }, (row, column) => {
    longest.set(column, Math.max(longest.get(column) ?? 0, host.text(sheet, row, column).length));
  });
  for (let column = area.left; column <= area.right; column++) {
    const length = longest.get(column);
    if (length !== undefined) sheet.band(sheet.columns, column).size = Math.min(300, Math.max(20, length * 5.4 + 10));
  }
  host.repaint(sheet);
}

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];

/** Excel.RangeFormat. */
export const rangeFormat: Service<Place> = {
  scalars: {
    HorizontalAlignment: styled('horizontal', 'General', words(...HORIZONTAL)),
    VerticalAlignment: styled('vertical', 'Bottom', words('Top', 'Center', 'Bottom', 'Justify', 'Distributed')),
    WrapText: styled('wrap', false, flag),
    IndentLevel: styled('indent', 0, size),
    ColumnWidth: bandSize(STANDARD_WIDTH, columns),
    RowHeight: bandSize(STANDARD_HEIGHT, rows),
  },
  links: {
    Fill: (place) => subject('RangeFill', place),
    Font: (place) => subject('RangeFont', place),
    Borders: (place) => subject('RangeBorderCollection', place),
    Protection: (place) => subject('FormatProtection', place),
  },
  methods: {
    AutofitColumns: autofitColumns,
    AutofitRows: (place, _args, host) => {
      for (let row = place.area.top; row <= Math.min(place.area.bottom, place.area.top + 100_000); row++)
        delete place.sheet.rows.get(row)?.size;
      host.repaint(place.sheet);
    },
  },
};

/** Excel.RangeFill. */
export const rangeFill: Service<Place> = {
  scalars: {
    Color: {
      get: (place) => common(place, (style) => style.fill ?? '#FFFFFF'),
      set: ({ sheet, area }, value, host) => {
        const fill = readColor(value);
        sheet.restyle(area, (style) => ({ ...style, fill }));
        host.repaint(sheet);
      },
    },
  },
  methods: {
    Clear: ({ sheet, area }, _args, host) => {
      sheet.restyle(area, (style) => ({ ...style, fill: undefined }));
      host.repaint(sheet);
    },
  },
};

const plainSize = styled('fontSize', 11, size);

const fontSize: Scalar<Place> = {
  get: plainSize.get,
  set: (place, value, host) => {
    plainSize.set!(place, value, host);
    place.sheet.fitRows(place.area.top, place.area.bottom, value as number);
  },
};

/** Excel.RangeFont. */
export const rangeFont: Service<Place> = {
  scalars: {
    Bold: styled('bold', false, flag),
    Italic: styled('italic', false, flag),
    Strikethrough: styled('strikethrough', false, flag),
    Underline: styled('underline', 'None', words('None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant')),
    Color: styled('color', '#000000', (value) => readColor(value)),
    Name: styled('fontName', 'Calibri', (value) => String(value)),
    Size: fontSize,
  },
};

/** Excel.FormatProtection; formulas are never hidden here. */
export const formatProtection: Service<Place> = {
  scalars: { Locked: styled('locked', true, flag) },
};
