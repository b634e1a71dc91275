/** What Excel refused, where the user can do something about it. */
export type WorkbookErrorKind = 'protected' | 'editing' | 'too big' | 'put back';

/** Excel did not do what was asked, in words that name the way out. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly kind: WorkbookErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** We never unprotect a sheet ourselves: whoever protected it had a reason. */
export const protectedSheet = (sheet: string): WorkbookError =>
  new WorkbookError('protected', `${sheet} is protected. Unprotect it (Review ▸ Unprotect Sheet) and press Try again.`);

/** The structure is protected, so no sheet can be added. */
export const protectedWorkbook = (): WorkbookError =>
  new WorkbookError('protected', "The workbook's structure is protected. Unprotect it (Review ▸ Protect Workbook) and press Try again.");

/** Excel failed in the middle of a write, and the cells are as they were. */
export const putBack = (cause: unknown): WorkbookError =>
  new WorkbookError('put back', 'Excel stopped in the middle of writing. What was written has been put back; press Try again.', { cause });
