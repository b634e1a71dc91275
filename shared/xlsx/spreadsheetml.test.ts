import { expect, test } from '@jest/globals';
import { NotAWorkbookError } from './not-a-workbook';
import { isSpreadsheetMl, readSpreadsheetMl } from './spreadsheetml';

const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Lots"><Table>
<Row><Cell><Data ss:Type="String">Symbol &amp; name</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Day</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="Number">87.20999999999999</Data></Cell><Cell><Data ss:Type="DateTime">2026-04-15T00:00:00.000</Data></Cell></Row>
<Row><Cell/><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>`;

test('sheets of the XML that Excel 2003 saved', () => {
  expect(isSpreadsheetMl(xml)).toBe(true);
  expect(readSpreadsheetMl(xml)).toEqual([{ name: 'Lots', rows: [['Symbol & name', '', 'Day'], [], ['87.21', '', '2026-04-15'], ['', 'TRUE']] }]);
});

test('other XML is none, and what is cut off or far too large is refused', () => {
  expect(isSpreadsheetMl('<?xml version="1.0"?><OFX/>')).toBe(false);
  expect(() => readSpreadsheetMl(xml.slice(0, -20))).toThrow(NotAWorkbookError);
  expect(() => readSpreadsheetMl(xml.replace('ss:Index="3"', 'ss:Index="99999999"'))).toThrow(NotAWorkbookError);
});
