import { parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';
import { NotAWorkbookError } from '../../shared/xlsx/not-a-workbook';

/** A worksheet's XML apart from its cells. */
export interface SheetFrame {
  /** The sheet with an empty `sheetData`, and its elements. */
  readonly source: string;
  readonly root: XmlElement;
  /** The empty element's place in `source`. */
  readonly data: XmlElement;
  /** The `sheetData` element as it was, tags included. */
  readonly cells: string;
}

const opening = /<((?:[^\s/<>:!?]+:)?sheetData)(?=[\s/>])/;

/** Splits the cells, which may be a hundred megabytes, from the rest, which is small enough for a tree. */
export function splitSheet(part: string, xml: string): SheetFrame {
  const match = opening.exec(xml);
  if (!match) throw new NotAWorkbookError(`The workbook is damaged: its part "${part}" has no cells.`);
  const start = match.index;
  const end = endOf(xml, start, match[1]);
  const source = `${xml.slice(0, start)}<${match[1]}/>${xml.slice(end)}`;
  const root = parseXml(part, source);
  const data = root.children.find(({ name }) => name === 'sheetData');
  if (!data) throw new NotAWorkbookError(`The workbook is damaged: its part "${part}" has its cells in the wrong place.`);
  return { source, root, data, cells: xml.slice(start, end) };
}

function endOf(xml: string, start: number, name: string): number {
  const tagEnd = xml.indexOf('>', start) + 1;
  if (xml[tagEnd - 2] === '/') return tagEnd;
  const closing = xml.lastIndexOf(`</${name}`);
  return closing < start ? xml.length : xml.indexOf('>', closing) + 1;
}
