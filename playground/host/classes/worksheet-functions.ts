import { fullAddress } from '../../model/area';
import { CellError, toWire, type Value } from '../../model/value';
import type { WorkbookModel } from '../../model/workbook';
import { invalidArgument } from '../fault';
import type { Host } from '../host';
import { isSubject, readOnly, type Service, subject } from '../service';

/** Days between the two date systems of Excel. */
const SYSTEM_1904 = 1_462;

/** Excel.Functions: every native worksheet function, called outside of a cell. */
export const worksheetFunctions: Service<WorkbookModel> = {
  anyMethod: (workbook, name, args, host) => {
    const native = name.replace(/_/g, '.').toUpperCase();
    if (!host.engine.knows(native)) return undefined;
    const value = host.engine.evaluate(`=${native}(${args.map((argument) => spell(argument, host)).join(',')})`, workbook.activeSheet);
    const shifted = native === 'DATE' && workbook.date1904 && typeof value === 'number' ? value - SYSTEM_1904 : value;
    return subject('FunctionResult', shifted);
  },
};

/** An argument as a formula spells it. */
function spell(argument: unknown, host: Host): string {
  if (argument === null || argument === undefined) return '';
  // The library gathers the values of functions that take many in an array.
  if (Array.isArray(argument)) return argument.map((each) => spell(each, host)).join(',');
  if (isSubject(argument)) {
    if (argument.kind === 'Range') return fullAddress(argument.state.sheet.name, argument.state.area);
    if (argument.kind === 'FunctionResult') return spell(toWire(argument.state), host);
    throw invalidArgument();
  }
  return typeof argument === 'string' ? `"${argument.replace(/"/g, '""')}"` : String(argument).toUpperCase();
}

/** Excel.FunctionResult. */
export const functionResult: Service<Value> = {
  scalars: {
    Value: readOnly((value) => (value instanceof CellError ? null : toWire(value))),
    Error: readOnly((value) => (value instanceof CellError ? value.code : null)),
  },
};
