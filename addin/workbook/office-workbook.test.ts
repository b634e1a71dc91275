import { createExcel } from '../../playground/node/excel';
import { workbookContract } from '../../test/contracts/workbook';
import { OfficeWorkbook } from './office-workbook';

workbookContract('The workbook open in Excel', async () => {
  createExcel();
  return new OfficeWorkbook();
});
