import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import type { SheetContent } from '../../shared/workbook/port';
import { newXlsx, openXlsx } from './xlsx-workbook';

const content = (ids: readonly string[], changes: Partial<SheetContent> = {}): SheetContent => ({
  sheet: 'Trades',
  table: 'rb_Trades',
  heading: { title: 'Trades', status: `Run of ${ids.length}`, key: 'Blue = you type' },
  columns: [
    { header: 'Approve', kind: 'boolean', format: '@', width: 10, sticky: true, note: 'Tick it.' },
    { header: 'Account ID', kind: 'text', format: '@', width: 12 },
    { header: 'Cell', kind: 'text', format: '@', width: 12, link: true },
    { header: 'Amount', kind: 'number', format: '$#,##0', width: 12 },
  ],
  rows: ids.map((id, index) => [false, id, 'Trades!A1', index]),
  rules: [
    { kind: 'divider', column: 'Account ID', color: '#9CA3AF' },
    { kind: 'bar', column: 'Amount', color: '#9DC3E6' },
    { kind: 'tint', column: 'Account ID', beginsWith: '"x', fill: '#FFF4DB' },
  ],
  frozenColumns: 2,
  tabColor: '#2E8B57',
  ...changes,
});

/** Writes, lets `edit` change the parts as a person's Excel would, and writes again. */
async function rewritten(
  first: SheetContent,
  second: SheetContent,
  edit: (parts: Record<string, string>) => void = () => undefined,
): Promise<Record<string, string>> {
  const workbook = newXlsx();
  await workbook.write([first]);
  const zip = await JSZip.loadAsync(await workbook.save());
  const before = await textOf(zip);
  edit(before);
  for (const [name, text] of Object.entries(before)) zip.file(name, text);
  const again = await openXlsx(await zip.generateAsync({ type: 'uint8array' }));
  await again.write([second]);
  return textOf(await JSZip.loadAsync(await again.save()));
}

async function textOf(zip: JSZip): Promise<Record<string, string>> {
  const entries = Object.values(zip.files).map(async (file) => [file.name, await file.async('text')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE = 'xl/tables/table1.xml';
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('a second write', () => {
  test('uses the same parts, and no list or format grows', async () => {
    const parts = await rewritten(content(['A', 'B']), content(['C', 'D', 'E']));
    const once = await rewritten(content(['A', 'B']), content(['A', 'B']));
    expect(Object.keys(parts).sort()).toEqual(Object.keys(once).sort());
    expect(parts['xl/styles.xml']).toBe(once['xl/styles.xml']);
    expect(count(parts['xl/workbook.xml'], /<sheet /g)).toBe(1);
    expect(count(parts['xl/workbook.xml'], /Print_Titles/g)).toBe(1);
    expect(parts[TABLE]).toContain('ref="A5:D8"');
    expect(count(parts[SHEET], /<conditionalFormatting/g)).toBe(3);
    expect(parts[SHEET]).toContain('<conditionalFormatting sqref="A6:D8">');
    expect(count(parts[SHEET], /<dataValidation /g)).toBe(2);
    expect(count(parts[SHEET], /<hyperlink /g)).toBe(3);
    expect(parts[SHEET]).toContain('Run of 3');
  });

  test('asks Excel to calculate, since formulas elsewhere may read the table', async () => {
    expect((await rewritten(content(['A']), content(['B'])))['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  test('keeps what people put beside, above and below the table', async () => {
    const parts = await rewritten(content(['A', 'B', 'C']), content(['D']), (before) => {
      before[SHEET] = before[SHEET].replace(
        /<row r="6"([^>]*)>(.*?)<\/row>/,
        '<row r="6"$1>$2<c r="F6"><f>SUM(D6:D8)</f><v>3</v></c></row>',
      )
        .replace('</sheetData>', '<row r="20"><c r="A20" t="inlineStr"><is><t>mine below</t></is></c></row></sheetData>')
        .replace(/<row r="1"([^>]*)>(.*?)<\/row>/, '<row r="1"$1>$2<c r="C1" t="inlineStr"><is><t>mine above</t></is></c></row>');
    });
    expect(parts[SHEET]).toContain('<c r="F6"><f>SUM(D6:D8)</f><v>3</v></c>');
    expect(parts[SHEET]).toContain('mine below');
    expect(parts[SHEET]).toContain('mine above');
    expect(count(parts[SHEET], /<t>[ABC]<\/t>/g)).toBe(0);
  });

  test('keeps widths, charts, and rules and lists of the user’s own', async () => {
    const parts = await rewritten(content(['A']), content(['B', 'C']), (before) => {
      before[SHEET] = before[SHEET].replace('width="12.7143"', 'width="33"')
        .replace(
          '<conditionalFormatting',
          '<conditionalFormatting sqref="B6"><cfRule type="cellIs" dxfId="0" priority="40" operator="equal"><formula>"A"</formula></cfRule></conditionalFormatting><conditionalFormatting',
        )
        .replace('</dataValidations>', '<dataValidation type="whole" sqref="H1"><formula1>1</formula1></dataValidation></dataValidations>')
        .replace('</hyperlinks>', '<hyperlink ref="H2" location="Trades!A1"/></hyperlinks>')
        .replace('<tableParts', '<drawing r:id="rId9"/><tableParts');
    });
    for (const kept of ['width="33"', 'sqref="B6"', 'type="whole" sqref="H1"', 'ref="H2"', '<drawing r:id="rId9"/>'])
      expect(parts[SHEET]).toContain(kept);
    expect(parts[SHEET]).toContain('<dataValidations count="3">');
    expect(parts[SHEET]).toMatch(/priority="41"/);
  });

  test('follows the table where a row and a column were inserted before it', async () => {
    const parts = await rewritten(content(['A']), content(['B', 'C']), (before) => {
      before[TABLE] = before[TABLE].replaceAll('A5:D6', 'B6:E7');
      before[SHEET] = before[SHEET].replace(
        /<sheetData>.*<\/sheetData>/s,
        '<sheetData><row r="1"><c r="A1"><v>77</v></c></row></sheetData>',
      );
    });
    expect(parts[TABLE]).toContain('ref="B6:E8"');
    expect(parts[SHEET]).toContain('<c r="A1"><v>77</v></c>');
    expect(parts[SHEET]).toMatch(/<row r="2"[^>]*><c r="B2"[^>]*><is><t>Trades<\/t>/);
    expect(parts[SHEET]).toMatch(/<row r="7"[^>]*><c r="B7"/);
  });

  test('drops filters and a totals row, which speak of the old rows, and keeps the style', async () => {
    const parts = await rewritten(content(['A', 'B']), content(['C']), (before) => {
      before[TABLE] = before[TABLE].replace('totalsRowShown="0"', 'totalsRowCount="1"')
        .replace(/<autoFilter ref="([^"]*)"\/>/, '<autoFilter ref="$1"><filterColumn colId="1"/></autoFilter><sortState ref="A6:D7"/>')
        .replace('TableStyleLight1', 'TableStyleMedium9');
    });
    expect(parts[TABLE]).not.toMatch(/filterColumn|sortState|totalsRowCount/);
    expect(parts[TABLE]).toContain('<autoFilter ref="A5:D6"/>');
    expect(parts[TABLE]).toContain('TableStyleMedium9');
  });

  test('speaks with the prefix of the part it changes', async () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const parts = await rewritten(content(['A']), content(['B']), (before) => {
      for (const name of [SHEET, TABLE, 'xl/workbook.xml', 'xl/styles.xml']) before[name] = prefixed(before[name]);
    });
    for (const name of [SHEET, TABLE, 'xl/workbook.xml', 'xl/styles.xml']) expect(count(parts[name], /<\/?(?!x:)[a-zA-Z]/g)).toBe(0);
  });

  test('of other columns gives the table and the sheet those columns', async () => {
    const other = content(['B'], { columns: [{ header: 'Account ID', kind: 'text', format: '@', width: 44 }], rows: [['B']], rules: [] });
    const parts = await rewritten(content(['A']), other);
    expect(parts[TABLE]).toContain('<tableColumns count="1"><tableColumn id="1" name="Account ID"/></tableColumns>');
    expect(parts[SHEET]).toContain('width="44.7143"');
  });

  test('over a formula takes the calculation chain out, with its link and type', async () => {
    const parts = await rewritten(content(['A']), content(['B']), (before) => {
      before[SHEET] = before[SHEET].replace(/<row r="6"([^>]*)>(.*?)<\/row>/, '<row r="6"$1><c r="A6"><f>1=1</f><v>1</v></c></row>');
      before['xl/calcChain.xml'] =
        '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A6" i="1"/></calcChain>';
      before['[Content_Types].xml'] = before['[Content_Types].xml'].replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="x/y"/></Types>',
      );
      before['xl/_rels/workbook.xml.rels'] = before['xl/_rels/workbook.xml.rels'].replace(
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      );
    });
    expect(Object.values(parts).join('')).not.toContain('calcChain');
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
  });
});

test('a rule for a column that is not there is our fault', async () => {
  await expect(newXlsx().write([content(['A'], { rules: [{ kind: 'bar', column: 'Nowhere', color: '#000000' }] })])).rejects.toThrow(
    'Nowhere',
  );
});

test('a link is made only to a cell of a sheet of the workbook', async () => {
  const workbook = newXlsx();
  const targets = ['Trades!A1', "'Trades'!$B$2", 'Gone!A1', 'https://example.com', 'Trades!A1:B2', 'Trades'];
  await workbook.write([content([], { rows: targets.map((target) => [false, 'A', target, 1]) })]);
  const sheet = (await textOf(await JSZip.loadAsync(await workbook.save())))[SHEET];
  expect([...sheet.matchAll(/<hyperlink ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['C6', 'C7']);
});

test('a link may lead to a sheet that is written with it, and only links look like links', async () => {
  const workbook = newXlsx();
  const rows = [
    [false, 'A', "'Next sheet'!A1", 1],
    [false, 'B', 'Step 1', 2],
  ];
  await workbook.write([content([], { rows }), content(['A'], { sheet: 'Next sheet', table: 'rb_Next' })]);
  const sheet = (await textOf(await JSZip.loadAsync(await workbook.save())))[SHEET];
  expect([...sheet.matchAll(/<hyperlink ref="(\w+)"/g)].map(([, ref]) => ref)).toEqual(['C6']);
  const styleOf = (cell: string): string | undefined => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1];
  expect(styleOf('C7')).toBe(styleOf('B7'));
  expect(styleOf('C6')).not.toBe(styleOf('C7'));
});
