import JSZip from 'jszip';
import { escapeXml } from '../../shared/xlsx/xml-text';
import type { WorkbookModel } from '../model/workbook';
import { sheetXml, tableXml } from './write-sheet';
import { stylesXml } from './write-styles';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The workbook as an .xlsx that Excel opens: cells, looks, tables, names, panes, choice lists. */
export async function writeXlsx(workbook: WorkbookModel): Promise<Uint8Array> {
  const zip = new JSZip();
  const types: string[] = [type('/xl/workbook.xml', `${TYPE}.sheet.main+xml`), type('/xl/styles.xml', `${TYPE}.styles+xml`)];
  let tableId = 0;
  workbook.sheets.forEach((sheet, index) => {
    const part = `sheet${index + 1}.xml`;
    const tables = sheet.tables.map((table) => ({ table, id: ++tableId }));
    types.push(type(`/xl/worksheets/${part}`, `${TYPE}.worksheet+xml`));
    zip.file(
      `xl/worksheets/${part}`,
      sheetXml(
        sheet,
        tables.map(({ id }) => `rId${id}`),
        sheet === workbook.activeSheet,
      ),
    );
    if (tables.length === 0) return;
    zip.file(`xl/worksheets/_rels/${part}.rels`, relationships(tables.map(({ id }) => [`rId${id}`, 'table', `../tables/table${id}.xml`])));
    for (const { table, id } of tables) {
      zip.file(`xl/tables/table${id}.xml`, tableXml(table, id));
      types.push(type(`/xl/tables/table${id}.xml`, `${TYPE}.table+xml`));
    }
  });
  zip.file('xl/styles.xml', stylesXml(workbook.styles));
  zip.file('xl/workbook.xml', workbookXml(workbook));
  zip.file(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...workbook.sheets.map((_, index): [string, string, string] => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['rIdStyles', 'styles', 'styles.xml'],
    ]),
  );
  zip.file('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  zip.file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const type = (part: string, contentType: string): string => `<Override PartName="${part}" ContentType="${contentType}"/>`;

function relationships(links: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = links.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${KIND}/${kind}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbookXml(workbook: WorkbookModel): string {
  const sheets = workbook.sheets.map(({ name, visibility }, index) => {
    const state = visibility === 'Visible' ? '' : ` state="${visibility === 'Hidden' ? 'hidden' : 'veryHidden'}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const names = [...workbook.names.values()].map(
    ({ name, formula, comment }) =>
      `<definedName name="${escapeXml(name)}"${comment ? ` comment="${escapeXml(comment)}"` : ''}>${escapeXml(formula.slice(1))}</definedName>`,
  );
  return (
    `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${KIND}">${workbook.date1904 ? '<workbookPr date1904="1"/>' : ''}` +
    `<bookViews><workbookView activeTab="${workbook.sheets.indexOf(workbook.activeSheet)}"/></bookViews><sheets>${sheets.join('')}</sheets>` +
    `${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}<calcPr fullCalcOnLoad="1"/></workbook>`
  );
}
