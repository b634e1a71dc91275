import type { XmlElement } from '../../shared/xlsx/xml-tree';

/** The namespaces a workbook is written in; parts we add follow the workbook they join. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
}

/** What nearly every program writes (ECMA-376 transitional). */
export const transitional: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** "Strict Open XML Spreadsheet" in Excel's list of file types. */
const strict: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The dialect of a part, by the namespaces its root declares. */
export function dialectOf(root: XmlElement): Dialect {
  return Object.values(root.attributes).includes(strict.main) ? strict : transitional;
}
