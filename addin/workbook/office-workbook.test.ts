import { createExcel } from '../../playground/node/excel';
import { editableWorkbookContract } from '../../test/contracts/editable-workbook';
import { workbookContract } from '../../test/contracts/workbook';
import { OfficeWorkbook } from './office-workbook';

const open = async (): Promise<OfficeWorkbook> => {
  createExcel();
  return new OfficeWorkbook();
};

workbookContract('The workbook open in Excel', open);
editableWorkbookContract('The workbook open in Excel', open);
