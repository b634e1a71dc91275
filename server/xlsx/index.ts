export { NotAWorkbookError } from './not-a-workbook';
export { newXlsx, openXlsx, XlsxWorkbook } from './xlsx-workbook';
