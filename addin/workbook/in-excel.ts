import { WorkbookError } from './workbook-error';

/** Work done through Excel's object model; the context sends what was asked at each `sync`. */
export type Work<T> = (context: Excel.RequestContext) => Promise<T>;

/** Runs `work` in Excel, after the user leaves the cell being edited. Refusals the user can mend become `WorkbookError`. */
export async function inExcel<T>(work: Work<T>, options: Excel.RunOptions = {}): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true, ...options }, work);
  } catch (fault) {
    throw friendly(fault);
  }
}

/** True for an error of the given Office.js code. */
export const hasCode = (fault: unknown, code: string): boolean => (fault as { code?: unknown } | undefined)?.code === code;

function friendly(fault: unknown): unknown {
  if (hasCode(fault, 'InvalidOperationInCellEditMode'))
    return new WorkbookError('editing', 'Excel is editing a cell. Press Enter or Esc in it and try again.');
  if (hasCode(fault, 'AccessDenied'))
    return new WorkbookError('protected', 'A sheet is protected. Unprotect it (Review ▸ Unprotect Sheet) and press Try again.');
  if (hasCode(fault, 'RequestPayloadSizeLimitExceeded') || hasCode(fault, 'ResponsePayloadSizeLimitExceeded')) {
    return new WorkbookError(
      'too big',
      'This workbook is too big for Excel on the web. Choose fewer accounts, or open it in Excel on your computer.',
    );
  }
  return fault;
}
