import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { SheetContent } from '../../shared/workbook/port';
import { newXlsx } from './xlsx-workbook';

const content: SheetContent = {
  sheet: 'Scores',
  table: 'rb_Scores',
  heading: { title: 'Scores & more', status: 'Run R-1 & 2', key: 'Blue = you type' },
  columns: [
    { header: 'Decision', kind: 'text', format: '@', width: 10, choices: ['Accept', 'Fix "input"'], sticky: true, note: 'N'.repeat(300) },
    { header: 'Value', kind: 'number', format: '$#,##0', width: 12 },
    { header: 'Drift', kind: 'number', format: '0.0%', width: 10, group: 'Risk' },
    { header: 'Done', kind: 'boolean', format: '@', width: 8, sticky: true, group: 'Risk' },
  ],
  rows: [['=1+1', 1, 0.05, true]],
  rules: [{ kind: 'tint', column: 'Decision', beginsWith: 'say "no"', wholeRow: true, fill: '#FFF4DB' }],
  frozenColumns: 1,
  tabColor: '#2e8b57',
};

async function sheetOf(changes: Partial<SheetContent> = {}): Promise<string> {
  const workbook = newXlsx();
  await workbook.write([{ ...content, ...changes }]);
  const zip = await JSZip.loadAsync(await workbook.save());
  return (await zip.file('xl/worksheets/sheet1.xml')?.async('text')) ?? '';
}

describe('a new sheet', () => {
  test('shows its tab color, and keeps its header and first columns in view', async () => {
    const xml = await sheetOf();
    expect(xml).toContain('<tabColor rgb="FF2E8B57"/>');
    expect(xml).toContain('<pane xSplit="1" ySplit="5" topLeftCell="B6" activePane="bottomRight" state="frozen"/>');
    expect(await sheetOf({ frozenColumns: 0 })).toContain('<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/>');
  });

  test('folds its groups away, with the button on the column after them', async () => {
    const xml = await sheetOf();
    expect(xml).toMatch(/<col min="3" max="3" width="10.7143" customWidth="1" hidden="1" outlineLevel="1"\/>/);
    expect(xml).toContain('<col min="5" max="5" width="9.7109" collapsed="1"/>');
    expect(xml).toContain('outlineLevelCol="1"');
  });

  test('offers its choices and shows notes at headers, within Excel’s limits', async () => {
    const xml = await sheetOf();
    expect(xml).toContain(
      'allowBlank="1" showErrorMessage="1" sqref="A6"><formula1>&quot;Accept,Fix &quot;&quot;input&quot;&quot;&quot;</formula1>',
    );
    expect(xml).toContain('sqref="D6"><formula1>&quot;TRUE,FALSE&quot;</formula1>');
    expect(xml).toContain(`promptTitle="Decision" prompt="${'N'.repeat(255)}" sqref="A5"`);
    expect(await sheetOf({ columns: [{ ...content.columns[0], choices: ['a'.repeat(255)] }], rules: [] })).not.toContain('type="list"');
    expect(await sheetOf({ columns: [{ ...content.columns[0], choices: ['a,b', 'c'] }], rules: [] })).not.toContain('type="list"');
  });

  test('an input sheet offers its choices to the last row, lets other spellings pass, and formats whole columns', async () => {
    const xml = await sheetOf({ heading: undefined });
    expect(xml).toContain('errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="A2:A1048576"');
    expect(xml).toMatch(/<col min="1" max="1" width="10.7143" style="\d+"/);
  });

  test('prints in landscape, one page wide, and its status cannot be taken for a footer’s codes', async () => {
    const xml = await sheetOf();
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('<pageSetup orientation="landscape" fitToHeight="0"/>');
    expect(xml).toContain('&amp;LScores &amp;&amp; more&amp;CRun R-1 &amp;&amp; 2&amp;RPage &amp;P of &amp;N');
  });

  test('draws its rules by fixed formulas, with quotes in their words doubled', async () => {
    expect(await sheetOf()).toContain('<formula>LEFT($A6,8)=&quot;say &quot;&quot;no&quot;&quot;&quot;</formula>');
  });

  test('has formulas nowhere but in its rules', async () => {
    expect(await sheetOf()).not.toContain('<f>');
  });
});
