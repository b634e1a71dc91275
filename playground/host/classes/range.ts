import { columnsOf, fullAddress, MAX_COLUMNS, MAX_ROWS, rowsOf } from '../../model/area';
import type { Band, Hyperlink } from '../../model/sheet';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from '../../model/sheet';
import type { Place } from '../../model/workbook';
import { invalidArgument } from '../fault';
import { readOnly, type Scalar, type Service, subject } from '../service';
import { changes } from './range-changes';
import { moves } from './range-moves';
import { valueScalars } from './range-values';

const address = readOnly<Place>(({ sheet, area }) => fullAddress(sheet.name, area));

/** True, false, or null when the bands of the range differ. */
function hiddenScalar(bandsOf: (place: Place) => { bands: Map<number, Band>; first: number; last: number }): Scalar<Place> {
  return {
    get: (place) => {
      const { bands, first, last } = bandsOf(place);
      const hidden = new Set<boolean>();
      for (let index = first; index <= last && hidden.size < 2; index++) hidden.add(bands.get(index)?.hidden ?? false);
      return hidden.size === 1 ? [...hidden][0] : null;
    },
    set: (place, value, host) => {
      if (typeof value !== 'boolean') throw invalidArgument();
      const { bands, first, last } = bandsOf(place);
      for (let index = first; index <= last; index++) place.sheet.band(bands, index).hidden = value;
      host.repaint(place.sheet);
    },
  };
}

const columnsOfPlace = ({ sheet, area }: Place) => ({ bands: sheet.columns, first: area.left, last: area.right });
const rowsOfPlace = ({ sheet, area }: Place) => ({ bands: sheet.rows, first: area.top, last: area.bottom });

function extent(bands: Map<number, Band>, from: number, to: number, standard: number): number {
  let size = (to - from) * standard;
  for (const [index, band] of bands) if (index >= from && index < to) size += band.hidden ? -standard : (band.size ?? standard) - standard;
  return size;
}

const hyperlink: Scalar<Place> = {
  get: ({ sheet, area }) => sheet.hyperlinks.get(`${area.top},${area.left}`) ?? null,
  set: ({ sheet, area }, value, host) => {
    if (typeof value !== 'object' || value === null) throw invalidArgument();
    const link = value as Hyperlink;
    if (!link.address && !link.documentReference) throw invalidArgument();
    sheet.hyperlinks.set(`${area.top},${area.left}`, link);
    if (link.textToDisplay !== undefined) sheet.put(area.top, area.left, link.textToDisplay);
    sheet.restyle(area, (style) => ({ ...style, color: '#0563C1', underline: 'Single' }));
    host.edited({ sheet, area });
  },
};

/** Excel.Range. */
export const range: Service<Place> = {
  heavy: ['FormulasLocal', 'NumberFormatLocal'],
  scalars: {
    ...valueScalars,
    Address: address,
    AddressLocal: address,
    CellCount: readOnly(({ area }) => Math.min(rowsOf(area) * columnsOf(area), 2 ** 31 - 1)),
    RowIndex: readOnly(({ area }) => area.top),
    ColumnIndex: readOnly(({ area }) => area.left),
    RowCount: readOnly(({ area }) => rowsOf(area)),
    ColumnCount: readOnly(({ area }) => columnsOf(area)),
    IsEntireColumn: readOnly(({ area }) => area.top === 0 && area.bottom === MAX_ROWS - 1),
    IsEntireRow: readOnly(({ area }) => area.left === 0 && area.right === MAX_COLUMNS - 1),
    ColumnHidden: hiddenScalar(columnsOfPlace),
    RowHidden: hiddenScalar(rowsOfPlace),
    HasSpill: readOnly(({ sheet, area }, host) => {
      host.calculate();
      return sheet.spills.has(`${area.top},${area.left}`);
    }),
    Hyperlink: hyperlink,
    Left: readOnly(({ sheet, area }) => extent(sheet.columns, 0, area.left, STANDARD_WIDTH)),
    Top: readOnly(({ sheet, area }) => extent(sheet.rows, 0, area.top, STANDARD_HEIGHT)),
    Width: readOnly(({ sheet, area }) => extent(sheet.columns, area.left, area.right + 1, STANDARD_WIDTH)),
    Height: readOnly(({ sheet, area }) => extent(sheet.rows, area.top, area.bottom + 1, STANDARD_HEIGHT)),
  },
  links: {
    Worksheet: ({ sheet }) => subject('Worksheet', sheet),
    Format: (place) => subject('RangeFormat', place),
    DataValidation: (place) => subject('DataValidation', place),
    ConditionalFormats: (place) => subject('ConditionalFormatCollection', place),
    Sort: (place) => subject('RangeSort', { place }),
  },
  methods: { ...moves, ...changes },
};
