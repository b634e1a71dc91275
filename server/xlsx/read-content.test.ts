import { describe, expect, test } from '@jest/globals';
import type { Cell, WorkbookContent } from '../../shared/workbook/port';
import { book, bookParts, LINKS, MAIN, workbookLinks, zipOf } from '../../shared/xlsx/test-books';
import { openXlsx } from './xlsx-workbook';

const content = async (bytes: Promise<Uint8Array>): Promise<WorkbookContent> => (await openXlsx(await bytes)).read(() => true);
const cells = async (sheetData: string, more?: Record<string, string>): Promise<readonly (readonly Cell[])[]> =>
  (await content(book(sheetData, more))).regions[0]?.values ?? [];

describe('cells', () => {
  test('of every type', async () => {
    const row = [
      '<c t="n"><v>1.5</v></c>',
      '<c><v>-2E-3</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2021-03-04</v></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>1.5x</v></c>',
    ];
    expect(await cells(`<row>${row.join('')}</row>`)).toEqual([[1.5, -0.002, true, '#N/A', '2021-03-04', '1.5x']]);
  });

  test('shared strings: runs joined, phonetic guides left out, escapes decoded, blanks kept', async () => {
    const strings = [
      '<si><t>VTI</t></si>',
      '<si><r><t>Rivera </t></r><r><rPr><b/></rPr><t>Trust</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
      '<si><t xml:space="preserve"> a_x000D_b_x005F_x0041_ </t></si>',
      '<si/>',
    ];
    const values = await cells(
      `<row>${strings.map((_none, index) => `<c t="s"><v>${index}</v></c>`).join('')}<c t="s"><v>99</v></c><c><v>1</v></c></row>`,
      {
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.join('')}</sst>`,
        'xl/_rels/workbook.xml.rels': workbookLinks([
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ]),
      },
    );
    expect(values).toEqual([['VTI', 'Rivera Trust', '東京', ' a\rb_x0041_ ', null, null, 1]]);
  });

  test('text in the cell itself, in runs and in CDATA', async () => {
    expect(
      await cells(
        '<row><c t="inlineStr"><is><t>a &lt; b</t></is></c><c t="inlineStr"><is><r><t>x</t></r><r><t><![CDATA[<y>]]></t></r></is></c></row>',
      ),
    ).toEqual([['a < b', 'x<y>']]);
  });

  test('formulas give their last result; one never calculated counts as still loading, one that gives no text as blank', async () => {
    expect(await cells('<row><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>')).toEqual([
      [2, '#GETTING_DATA', null, 1],
    ]);
  });

  test('without addresses follow one another, with addresses stay where they are', async () => {
    const data =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(await cells(data)).toEqual([
      [1, 2, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, 3, 4],
      [5, null, null, null],
    ]);
  });

  test('the used range starts at the first cell that holds something', async () => {
    const { regions } = await content(
      book('<row r="3"><c r="A3" s="1"/><c r="B3"><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c></row><row r="9"><c r="A9"/></row>'),
    );
    expect(regions).toEqual([
      {
        sheet: 'Holdings',
        top: 3,
        left: 2,
        values: [
          [1, null],
          [null, 2],
        ],
      },
    ]);
  });

  test('a lone cell in the far corner does not make the range enormous', async () => {
    const { regions } = await content(
      book('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>'),
    );
    expect(regions[0].values).toEqual([[1]]);
  });
});

describe('packages', () => {
  test('with prefixes, strict namespaces and absolute targets', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const { regions } = await content(
      zipOf({
        ...bookParts(''),
        '_rels/.rels': workbookLinks([['a', 'officeDocument', '/xl/book.xml']], strict),
        'xl/book.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="${strict}"><x:sheets><x:sheet name="Höldings &amp; co" sheetId="7" q:id="z"/></x:sheets></x:workbook>`,
        'xl/_rels/book.xml.rels': workbookLinks([['z', 'worksheet', '/xl/my%20sheets/one.xml']], strict),
        'xl/my sheets/one.xml':
          '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>VTI</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    );
    expect(regions).toEqual([{ sheet: 'Höldings & co', top: 1, left: 1, values: [['VTI']] }]);
  });

  test('with a chart sheet, a missing sheet part and a part name in another case', async () => {
    const { regions } = await content(
      book('<row><c><v>1</v></c></row>', {
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Chart" sheetId="3" r:id="c"/><sheet name="Gone" sheetId="4" r:id="g"/><sheet name="Holdings" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': workbookLinks([
          ['c', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['g', 'worksheet', 'worksheets/gone.xml'],
          ['rId1', 'worksheet', 'Worksheets/Sheet1.XML'],
        ]),
        'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
      }),
    );
    expect(regions.map(({ sheet }) => sheet)).toEqual(['Holdings']);
  });

  test('in UTF-16', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>é</t></is></c></row></sheetData></worksheet>`;
    const parts = { ...bookParts('') };
    delete parts['xl/worksheets/sheet1.xml'];
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await zipOf(parts));
    zip.file('xl/worksheets/sheet1.xml', Buffer.from(xml, 'utf16le'));
    expect((await content(zip.generateAsync({ type: 'uint8array' }))).regions[0].values).toEqual([['é']]);
  });

  test('whose names are read when they are ours, of the workbook, and of one cell', async () => {
    const names = [
      '<definedName name="rb_AsOf">Holdings!$B$1</definedName>',
      '<definedName name="RB_Scope">\'Holdings\'!$A$1</definedName>',
      '<definedName name="rb_Blank">Holdings!$Z$9</definedName>',
      '<definedName name="rb_Range">Holdings!$A$1:$B$1</definedName>',
      '<definedName name="rb_Broken">#REF!</definedName>',
      '<definedName name="rb_Local" localSheetId="0">Holdings!$A$1</definedName>',
      '<definedName name="Rate">Holdings!$A$1</definedName>',
    ];
    const { names: found } = await content(
      book('<row><c t="inlineStr"><is><t>All</t></is></c><c><v>46346</v></c></row>', {
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Holdings" sheetId="1" r:id="rId1"/></sheets><definedNames>${names.join('')}</definedNames></workbook>`,
      }),
    );
    expect(found).toEqual({ rb_AsOf: 46_346, RB_Scope: 'All', rb_Blank: null });
  });
});

describe('tables', () => {
  const withTable = (attributes: string, data: string): Promise<WorkbookContent> =>
    content(
      book(data, {
        'xl/worksheets/_rels/sheet1.xml.rels': workbookLinks([
          ['rId1', 'table', '../tables/table1.xml'],
          ['rId2', 'table', '../tables/gone.xml'],
        ]),
        'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="x" displayName="rb_Holdings" ${attributes}><tableColumns count="2"><tableColumn id="1" name="Symbol"/><tableColumn id="2" name="Target_x000a_weight"/></tableColumns></table>`,
      }),
    );
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = `<row r="3"><c r="A3"><v>0</v></c></row><row r="4"><c r="B4" t="inlineStr"><is><t>Symbol</t></is></c>${text('Target')}</row><row r="5"><c r="B5" t="inlineStr"><is><t>VTI</t></is></c><c><v>0.6</v></c><c><v>9</v></c></row><row r="6"><c r="B6" t="inlineStr"><is><t>Total</t></is></c><c><v>1</v></c></row>`;

  test('give their own rectangle and nothing beside it', async () => {
    expect((await withTable('ref="B4:C5"', data)).regions).toEqual([
      {
        sheet: 'Holdings',
        table: 'rb_Holdings',
        top: 4,
        left: 2,
        values: [
          ['Symbol', 'Target'],
          ['VTI', 0.6],
        ],
      },
    ]);
  });

  test('leave their totals out', async () => {
    expect((await withTable('ref="B4:C6" totalsRowCount="1"', data)).regions[0].values).toHaveLength(2);
  });

  test('without a header row give the headers they are known by', async () => {
    expect((await withTable('ref="B5:C6" headerRowCount="0"', data)).regions[0]).toEqual({
      sheet: 'Holdings',
      table: 'rb_Holdings',
      top: 4,
      left: 2,
      values: [
        ['Symbol', 'Target\nweight'],
        ['VTI', 0.6],
        ['Total', 1],
      ],
    });
  });
});
