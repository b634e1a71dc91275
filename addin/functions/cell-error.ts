/** Why a function has no answer, in Excel's words: fix it here, not available now, a number out of range. */
export type CellErrorCode = 'invalidValue' | 'notAvailable' | 'invalidNumber';

/** An answer that is an error in the user's cell. Excel shows the message for #VALUE! and #N/A, not for #NUM!. */
export class CellError extends Error {
  override readonly name = 'CellError';

  constructor(
    readonly code: CellErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The user can put it right: #VALUE! with a message. */
export function invalid(message: string): CellError {
  return new CellError('invalidValue', message);
}

/** The error object that Excel understands; outside Excel, where `CustomFunctions` does not exist, the `CellError` itself. */
export function toExcelError(error: CellError): CellError | CustomFunctions.Error {
  if (typeof CustomFunctions === 'undefined') return error;
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[error.code], error.message);
}
