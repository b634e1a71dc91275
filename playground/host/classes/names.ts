import { fullAddress } from '../../model/area';
import { isDefinedName } from '../../model/table';
import { CellError, toWire } from '../../model/value';
import { type DefinedName, WorkbookModel } from '../../model/workbook';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../fault';
import type { Host } from '../host';
import { type Found, isSubject, readOnly, type Service, subject } from '../service';

/** Excel.NamedItemCollection of the workbook. */
export const namedItemCollection: Service<WorkbookModel> = {
  items: (workbook) => [...workbook.names.values()].map((name) => subject('NamedItem', name)),
  item: (workbook, key) => {
    const name = workbook.findName(String(key));
    return name ? subject('NamedItem', name) : null;
  },
  methods: {
    Add: (workbook, [name, reference, comment], host) => {
      if (typeof name !== 'string' || !isDefinedName(name)) throw invalidArgument();
      if (workbook.findName(name) || workbook.findTable(name)) throw itemAlreadyExists();
      const defined = workbook.setName(name, formulaOf(reference), typeof comment === 'string' ? comment : '');
      host.outOfDate();
      return subject('NamedItem', defined);
    },
  },
};

function formulaOf(reference: unknown): string {
  if (isSubject(reference) && reference.kind === 'Range') return WorkbookModel.reference(reference.state);
  if (typeof reference === 'string') return reference.startsWith('=') ? reference : `="${reference.replace(/"/g, '""')}"`;
  if (typeof reference === 'number' || typeof reference === 'boolean') return `=${String(reference).toUpperCase()}`;
  throw invalidArgument();
}

const rangeOf = (name: DefinedName, _args: readonly unknown[], host: Host): Found => {
  const place = host.workbook.findPlace(name.formula);
  return place ? subject('Range', place) : null;
};

/** What a name stands for, and how Excel calls its type. */
function valueOf(name: DefinedName, host: Host): { type: string; value: unknown } {
  const place = host.workbook.findPlace(name.formula);
  if (place) return { type: 'Range', value: fullAddress(place.sheet.name, place.area) };
  const value = host.engine.evaluate(name.formula, host.workbook.activeSheet);
  if (value instanceof CellError) return { type: 'Error', value: value.code };
  const types = { string: 'String', number: 'Double', boolean: 'Boolean', object: 'String' } as const;
  return { type: types[typeof value as keyof typeof types], value: toWire(value) };
}

/** Excel.NamedItem; only names of workbook scope are kept. */
export const namedItem: Service<DefinedName> = {
  identity: (name) => ({ Id: name.name }),
  scalars: {
    Name: readOnly((name) => name.name),
    Comment: {
      get: (name) => name.comment,
      set: (name, value) => {
        name.comment = String(value);
      },
    },
    Visible: {
      get: (name) => name.visible,
      set: (name, value) => {
        name.visible = value === true;
      },
    },
    Scope: readOnly(() => 'Workbook'),
    Type: readOnly((name, host) => valueOf(name, host).type),
    Value: readOnly((name, host) => valueOf(name, host).value),
    Formula: {
      get: (name) => name.formula,
      set: (name, value, host) => {
        name.formula = formulaOf(value);
        host.outOfDate();
      },
    },
  },
  links: {
    WorksheetOrNullObject: () => null,
  },
  methods: {
    Delete: (name, _args, host) => {
      host.workbook.names.delete(name.name.toLowerCase());
      host.outOfDate();
    },
    GetRange: (name, args, host) => {
      const found = rangeOf(name, args, host);
      if (!found) throw itemNotFound();
      return found;
    },
    GetRangeOrNullObject: rangeOf,
  },
};
