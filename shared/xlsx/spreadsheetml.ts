import { cellText, isoCellText } from './cell-text';
import { TextSheets, type SheetTexts } from './sheet-texts';
import { prefixedAttribute, xmlScanner, type Attributes } from './xml-scan';

/** True for the XML that Excel 2002 and 2003 saved, and that reports still write under a name ending in .xls. */
export function isSpreadsheetMl(text: string): boolean {
  return /^\s*<(\?xml|[\w:]*workbook)/i.test(text) && text.slice(0, 4096).includes('urn:schemas-microsoft-com:office:spreadsheet');
}

/** The sheets of an "XML Spreadsheet 2003"; what is not well formed is a NotAWorkbookError. */
export function readSpreadsheetMl(text: string): readonly SheetTexts[] {
  const reader = new Reader();
  const scanner = xmlScanner('XML Spreadsheet', reader);
  scanner.write(text);
  scanner.end();
  return reader.texts.sheets;
}

class Reader {
  readonly texts = new TextSheets();
  private rows: string[][] = [];
  private row = 0;
  private column = 0;
  private type = 'String';
  private data: string | undefined;

  readonly open = (name: string, attributes: Attributes): void => {
    const at = (previous: number): number => Number(prefixedAttribute(attributes, 'Index') ?? previous + 1);
    if (name === 'Worksheet') {
      this.rows = this.texts.begin(prefixedAttribute(attributes, 'Name') ?? '');
      this.row = 0;
    } else if (name === 'Row') {
      this.row = at(this.row);
      this.column = 0;
    } else if (name === 'Cell') {
      this.column = at(this.column);
      this.across = Number(prefixedAttribute(attributes, 'MergeAcross') ?? 0);
    } else if (name === 'Data') {
      this.type = prefixedAttribute(attributes, 'Type') ?? 'String';
      this.data = '';
    }
  };

  readonly text = (text: string): void => {
    if (this.data !== undefined) this.data += text;
  };

  readonly close = (name: string): void => {
    if (name === 'Data' && this.data) this.texts.put(this.rows, this.row, this.column, typedText(this.data, this.type));
    if (name === 'Data') this.data = undefined;
    if (name === 'Cell') this.column += this.across;
  };

  private across = 0;
}

function typedText(data: string, type: string): string {
  if (type === 'Number' && Number.isFinite(Number(data))) return cellText(Number(data));
  if (type === 'Boolean') return cellText(data.trim() === '1');
  return type === 'DateTime' ? isoCellText(data) : data;
}
