import { intersection } from '../../model/area';
import type { Place } from '../../model/workbook';
import { invalidArgument, itemNotFound } from '../fault';
import { readOnly, type RecordedPart, type RecordedRule, type Service, subject } from '../service';
import { recordedScalars } from './recorded';

const KINDS = ['Custom', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue'];

const rulesOf = (place: Place): RecordedRule[] =>
  place.sheet.conditionalFormats.filter((rule) => intersection(rule.area, place.area)).map((rule) => ({ place, rule }));

/** Excel.ConditionalFormatCollection: rules are recorded and can be read back. */
export const conditionalFormats: Service<Place> = {
  items: (place) => rulesOf(place).map((rule) => subject('ConditionalFormat', rule)),
  item: (place, key) => {
    const found = rulesOf(place).find(({ rule }) => rule.id === key);
    return found ? subject('ConditionalFormat', found) : null;
  },
  methods: {
    Add: (place, [type], host) => {
      if (!KINDS.includes(type as string)) throw invalidArgument();
      const rule = { id: host.workbook.nextId(), area: place.area, properties: { Type: type } as Record<string, unknown> };
      place.sheet.conditionalFormats.unshift(rule);
      host.repaint(place.sheet);
      return subject('ConditionalFormat', { place, rule });
    },
    ClearAll: (place, _args, host) => {
      place.sheet.conditionalFormats = place.sheet.conditionalFormats.filter((rule) => !intersection(rule.area, place.area));
      host.repaint(place.sheet);
    },
  },
};

/** A nested object of a rule, made when it is first reached. */
function part(from: Record<string, unknown>, name: string): Record<string, unknown> {
  return (from[name] ??= {}) as Record<string, unknown>;
}

const RULE_PARTS = [
  'Custom',
  'CustomOrNullObject',
  'DataBar',
  'DataBarOrNullObject',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'Preset',
  'TextComparison',
  'CellValue',
];

/** Excel.ConditionalFormat. */
export const conditionalFormat: Service<RecordedRule> = {
  identity: ({ rule }) => ({ Id: rule.id }),
  scalars: {
    Id: readOnly(({ rule }) => rule.id),
    Type: readOnly(({ rule }) => rule.properties.Type),
    ...recordedScalars(({ rule }: RecordedRule) => rule.properties, ['Priority', 'StopIfTrue']),
  },
  links: Object.fromEntries(
    RULE_PARTS.map((name) => [
      name,
      ({ place, rule }: RecordedRule) => {
        const orNull = name.endsWith('OrNullObject');
        const key = name.replace('OrNullObject', '');
        if (key !== expected(rule.properties.Type as string)) {
          if (orNull) return null;
          throw itemNotFound();
        }
        return subject('ConditionalPart', { place, part: part(rule.properties, key) });
      },
    ]),
  ),
  methods: {
    Delete: ({ place: { sheet }, rule }, _args, host) => {
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each.id !== rule.id);
      host.repaint(sheet);
    },
    GetRange: ({ place: { sheet }, rule }) => subject('Range', { sheet, area: rule.area }),
  },
};

/** The property that holds a rule of a type. */
const expected = (type: string): string => ({ PresetCriteria: 'Preset', ContainsText: 'TextComparison' })[type] ?? type;

const PART_LINKS = ['Format', 'Font', 'Fill', 'Borders', 'Rule', 'PositiveFormat', 'NegativeFormat', 'LowerBoundRule', 'UpperBoundRule'];
const PART_SCALARS = [
  'Color',
  'Bold',
  'Italic',
  'Strikethrough',
  'Underline',
  'NumberFormat',
  'Formula',
  'FormulaLocal',
  'FormulaR1C1',
  'Rule',
  'Criteria',
  'AxisColor',
  'AxisFormat',
  'BarDirection',
  'ShowDataBarOnly',
  'BorderColor',
  'FillColor',
  'GradientFill',
  'MatchPositiveFillColor',
  'MatchPositiveBorderColor',
  'LowerBoundRule',
  'UpperBoundRule',
  'Style',
  'ShowIconOnly',
  'ReverseIconOrder',
  'ThreeColorScale',
];

/** The parts inside a conditional format (rule, format, fill, font, border): recorded as given. */
export const conditionalPart: Service<RecordedPart> = {
  scalars: recordedScalars(({ part: own }: RecordedPart) => own, PART_SCALARS),
  links: Object.fromEntries(
    PART_LINKS.map((name) => [name, ({ place, part: own }: RecordedPart) => subject('ConditionalPart', { place, part: part(own, name) })]),
  ),
  item: ({ place, part: own }, key) => subject('ConditionalPart', { place, part: part(own, String(key)) }),
  methods: {
    Clear: ({ part: own }) => {
      for (const key of Object.keys(own)) delete own[key];
    },
  },
};
