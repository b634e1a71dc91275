import { areaAt, intersection, MAX_COLUMNS, MAX_ROWS } from '../../model/area';
import type { Sheet } from '../../model/sheet';
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from '../fault';
import type { Host } from '../host';
import { type Found, readOnly, type Service, subject } from '../service';
import { placeOf, rangeOn } from './range-moves';
import { recordedScalars } from './recorded';

function freeze(sheet: Sheet, rows: number, columns: number, host: Host): void {
  if (![rows, columns].every((count) => Number.isInteger(count) && count >= 0)) throw invalidArgument();
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  host.repaint(sheet);
}

const frozenRange = (sheet: Sheet): Found => {
  const { frozenRows, frozenColumns } = sheet;
  if (!frozenRows && !frozenColumns) return null;
  return rangeOn({ sheet }, areaAt(0, 0, frozenRows || MAX_ROWS, frozenColumns || MAX_COLUMNS));
};

/** Excel.WorksheetFreezePanes. */
export const freezePanes: Service<Sheet> = {
  methods: {
    FreezeAt: (sheet, [range], host) => {
      const { area } = placeOf(range, { sheet }, host);
      const top = intersection(area, areaAt(0, 0, MAX_ROWS, MAX_COLUMNS))!;
      freeze(sheet, top.bottom === MAX_ROWS - 1 ? 0 : top.bottom + 1, top.right === MAX_COLUMNS - 1 ? 0 : top.right + 1, host);
    },
    FreezeRows: (sheet, [count], host) => freeze(sheet, (count as number | undefined) ?? 1, 0, host),
    FreezeColumns: (sheet, [count], host) => freeze(sheet, 0, (count as number | undefined) ?? 1, host),
    Unfreeze: (sheet, _args, host) => freeze(sheet, 0, 0, host),
    GetLocation: (sheet) => {
      const found = frozenRange(sheet);
      if (!found) throw itemNotFound();
      return found;
    },
    GetLocationOrNullObject: frozenRange,
  },
};

/** Excel.WorksheetProtection. */
export const protection: Service<Sheet> = {
  scalars: {
    Protected: readOnly((sheet) => sheet.protectedOptions !== undefined),
    Options: readOnly((sheet) => sheet.protectedOptions ?? {}),
  },
  methods: {
    Protect: (sheet, [options, password]) => {
      if (sheet.protectedOptions) throw invalidOperation('The worksheet is already protected.');
      sheet.protectedOptions = { ...(options as object | undefined), ...(password ? { password } : {}) };
    },
    Unprotect: (sheet, [password]) => {
      if (sheet.protectedOptions?.password && sheet.protectedOptions.password !== password) throw accessDenied();
      sheet.protectedOptions = undefined;
    },
  },
};

const layoutOf = (sheet: Sheet): Record<string, unknown> => sheet.pageLayout;

/** Excel.PageLayout: recorded, never shown. */
export const pageLayout: Service<Sheet> = {
  scalars: recordedScalars(layoutOf, [
    'BlackAndWhite',
    'BottomMargin',
    'CenterHorizontally',
    'CenterVertically',
    'DraftMode',
    'FooterMargin',
    'HeaderMargin',
    'LeftMargin',
    'Orientation',
    'PaperSize',
    'PrintGridlines',
    'PrintHeadings',
    'PrintOrder',
    'RightMargin',
    'TopMargin',
    'Zoom',
  ]),
  links: { HeadersFooters: (sheet) => subject('HeaderFooterGroup', sheet) },
  methods: {
    SetPrintTitleRows: (sheet, [rows], host) => {
      sheet.pageLayout.PrintTitleRows = address(rows, sheet, host);
    },
    SetPrintTitleColumns: (sheet, [columns], host) => {
      sheet.pageLayout.PrintTitleColumns = address(columns, sheet, host);
    },
    SetPrintArea: (sheet, [area], host) => {
      sheet.pageLayout.PrintArea = address(area, sheet, host);
    },
  },
};

function address(argument: unknown, sheet: Sheet, host: Host): unknown {
  return placeOf(argument, { sheet }, host).area;
}

/** Excel.HeaderFooterGroup: only the header and footer used on all pages. */
export const headerFooterGroup: Service<Sheet> = {
  links: { DefaultForAllPages: (sheet) => subject('HeaderFooter', sheet) },
};

/** Excel.HeaderFooter: recorded. */
export const headerFooter: Service<Sheet> = {
  scalars: recordedScalars(layoutOf, ['CenterFooter', 'CenterHeader', 'LeftFooter', 'LeftHeader', 'RightFooter', 'RightHeader']),
};

/** Excel.AutoFilter of a sheet: there is none outside tables. */
export const autoFilter: Service<Sheet> = {
  scalars: { Enabled: readOnly(() => false), IsDataFiltered: readOnly(() => false) },
  methods: { ClearCriteria: () => undefined, Remove: () => undefined },
};
