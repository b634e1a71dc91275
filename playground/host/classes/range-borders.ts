import type { Area } from '../../model/area';
import type { Border, BorderSide } from '../../model/style';
import type { Place } from '../../model/workbook';
import { invalidArgument } from '../fault';
import { type BorderPlace, type Scalar, type Service, subject } from '../service';
import { readColor, words } from './range-format';

const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

/** Excel.RangeBorderCollection: the eight sides, keyed by name. */
export const rangeBorders: Service<Place> = {
  items: (place) => SIDES.map((side) => subject('RangeBorder', { place, side })),
  item: (place, key) => {
    if (!SIDES.includes(key as BorderSide)) throw invalidArgument();
    return subject('RangeBorder', { place, side: key as string });
  },
};

const NO_BORDER: Border = { style: 'None', color: '#000000', weight: 'Thin' };

/** The strip of cells a side of a range belongs to; inside borders belong to every cell. */
function strip(area: Area, side: string): Area {
  if (side === 'EdgeTop') return { ...area, bottom: area.top };
  if (side === 'EdgeBottom') return { ...area, top: area.bottom };
  if (side === 'EdgeLeft') return { ...area, right: area.left };
  return side === 'EdgeRight' ? { ...area, left: area.right } : area;
}

function borderPart(part: keyof Border, read: (value: unknown) => string): Scalar<BorderPlace> {
  return {
    get: ({ place: { sheet, area }, side }) => {
      const at = strip(area, side);
      return (sheet.style(at.top, at.left).borders?.[side as BorderSide] ?? NO_BORDER)[part];
    },
    set: ({ place: { sheet, area }, side }, value, host) => {
      const next = read(value);
      const visible = part === 'style' ? {} : { style: 'Continuous' };
      sheet.restyle(strip(area, side), (style) => {
        const before = style.borders?.[side as BorderSide];
        const border = { ...NO_BORDER, ...(before ?? visible), [part]: next };
        return { ...style, borders: { ...style.borders, [side]: border } };
      });
      host.repaint(sheet);
    },
  };
}

/** Excel.RangeBorder. */
export const rangeBorder: Service<BorderPlace> = {
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Id: { get: ({ side }) => side },
    Style: borderPart('style', words('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot')),
    Color: borderPart('color', (value) => readColor(value) ?? '#000000'),
    Weight: borderPart('weight', words('Hairline', 'Thin', 'Medium', 'Thick')),
  },
};
