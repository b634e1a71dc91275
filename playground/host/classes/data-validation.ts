import { type Area, contains, intersection } from '../../model/area';
import type { AreaRule } from '../../model/sheet';
import type { Place } from '../../model/workbook';
import { invalidArgument } from '../fault';
import { readOnly, type Scalar, type Service } from '../service';

const ruleOf = ({ sheet, area }: Place): AreaRule | undefined => sheet.validations.find((rule) => contains(rule.area, area));

/** Sets one property of the validation of exactly this area; an older rule keeps the part outside it. */
function change(place: Place, name: string, value: unknown, nextId: () => string): void {
  const { sheet, area } = place;
  const before = ruleOf(place);
  const properties = { ...before?.properties, [name]: value };
  sheet.validations = [...without(sheet.validations, area), { id: nextId(), area, properties }];
}

/** Rules with `hole` cut out: what is left of each is up to four rectangles. */
export function without(rules: readonly AreaRule[], hole: Area): AreaRule[] {
  return rules.flatMap((rule) =>
    cut(rule.area, hole).map((area, index) => ({ ...rule, id: index === 0 ? rule.id : `${rule.id}.${index}`, area })),
  );
}

function cut(area: Area, hole: Area): Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  return [
    { ...area, bottom: shared.top - 1 },
    { ...area, top: shared.bottom + 1 },
    { ...shared, left: area.left, right: shared.left - 1 },
    { ...shared, left: shared.right + 1, right: area.right },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

const recorded = (name: string, fallback: unknown): Scalar<Place> => ({
  get: (place) => ruleOf(place)?.properties[name] ?? fallback,
  set: (place, value, host) => {
    if (name === 'Rule') requireRule(value);
    change(place, name, value, () => host.workbook.nextId());
  },
});

const KINDS = ['list', 'wholeNumber', 'decimal', 'date', 'time', 'textLength', 'custom'];

function requireRule(value: unknown): void {
  const kinds =
    typeof value === 'object' && value !== null ? Object.keys(value).filter((key) => (value as Record<string, unknown>)[key]) : [];
  if (kinds.length !== 1 || !KINDS.includes(kinds[0])) throw invalidArgument();
  const source = (value as { list?: { source?: unknown } }).list?.source;
  if (typeof source === 'string' && !source.startsWith('=') && source.length > 255) throw invalidArgument();
}

const TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

/** Excel.DataValidation: recorded, shown as a prompt and a choice list, never enforced on writes (as in Excel). */
export const dataValidation: Service<Place> = {
  scalars: {
    Rule: recorded('Rule', {}),
    Prompt: recorded('Prompt', { message: '', showPrompt: true, title: '' }),
    ErrorAlert: recorded('ErrorAlert', { message: '', showAlert: true, style: 'Stop', title: '' }),
    IgnoreBlanks: recorded('IgnoreBlanks', true),
    Type: readOnly((place) => {
      const rule = ruleOf(place)?.properties.Rule as Record<string, unknown> | undefined;
      return rule ? (TYPES[Object.keys(rule).find((key) => rule[key]) ?? ''] ?? 'None') : 'None';
    }),
    Valid: readOnly(() => true),
  },
  methods: {
    Clear: ({ sheet, area }) => {
      sheet.validations = without(sheet.validations, area);
    },
  },
};
