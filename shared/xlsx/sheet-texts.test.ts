import { expect, test } from '@jest/globals';
import { NotAWorkbookError } from './not-a-workbook';
import { readSheetTexts } from './sheet-texts';
import { book, bookParts, LINKS, MAIN, workbookLinks, zipOf } from './test-books';

const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>\
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="999"/></cellXfs></styleSheet>`;
const styled = {
  'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'styles', 'styles.xml']]),
  'xl/styles.xml': styles,
};
const rows = async (sheetData: string, more = {}) => (await readSheetTexts(await book(sheetData, more)))[0].rows;

test('cells as text: numbers, days by their format, truth values, errors, formulas by their result', async () => {
  const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>Day</t></is></c><c r="C1"><v>97.445987</v></c></row>
    <row r="3"><c r="A3" s="1"><v>46127</v></c><c r="B3" s="2"><v>46127.5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c>
    <c r="E3"><f>1+1</f><v>2</v></c><c r="F3" t="d"><v>2026-04-15T00:00:00</v></c><c r="G3" s="3"><v>87.20999999999999</v></c></row>`;
  expect(await rows(data, styled)).toEqual([
    ['Day', '', '97.445987'],
    [],
    ['2026-04-15', '2026-04-15 12:00:00', 'TRUE', '#N/A', '2', '2026-04-15', '87.21'],
  ]);
});

test('all sheets, hidden ones too, by their names', async () => {
  const parts = bookParts('<row><c><v>1</v></c></row>', {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'worksheet', 'worksheets/sheet2.xml']]),
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
  });
  expect(await readSheetTexts(await zipOf(parts))).toEqual([{ name: 'One', rows: [['1']] }, { name: 'Two', rows: [] }]);
});

test('a lone cell far below costs little', async () => {
  expect(await rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')).toHaveLength(1_048_576);
});

const far = Array.from({ length: 700 }, (_none, k) => `<row r="${k + 1}"><c r="XFD${k + 1}"><v>1</v></c></row>`).join('');
test.each([
  ['more cells than an export has', far, 'more than 10000000 cells'],
  ['a cell of a novel', `<row><c t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`, 'a cell of 40000 characters'],
  ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'outside its sheet'],
  ['a row that is no number', '<row r="x"><c><v>1</v></c></row>', 'outside its sheet'],
  ['a column beyond the last', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 'outside its sheet'],
])('%s is refused', async (_what, data, words) => {
  const reading = rows(data);
  await expect(reading).rejects.toThrow(NotAWorkbookError);
  await expect(reading).rejects.toThrow(words);
});
