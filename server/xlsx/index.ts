export { NotAWorkbookError } from '../../shared/xlsx/not-a-workbook';
export { newXlsx, openXlsx, XlsxWorkbook } from './xlsx-workbook';
