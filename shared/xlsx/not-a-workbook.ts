/** The bytes are no workbook that can be read; the message is one line for the person who chose the file. */
export class NotAWorkbookError extends Error {
  override readonly name = 'NotAWorkbookError';
}
