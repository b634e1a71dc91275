import type { Package } from '../../shared/xlsx/package';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** Parts whose formulas may refer to a table's columns: sheets, names, rules, charts and the tables themselves. */
const withFormulas = /^xl\/(workbook\.xml|worksheets\/|tables\/|charts\/|pivotCache\/)/i;

/** True when a part holds a reference such as `rb_Lots[[#This Row],[Cost]]`. Two finds in one part may belong to different formulas: then it errs on the side of true. */
export async function mentionsColumn(pack: Package, table: string, header: string): Promise<boolean> {
  const opening = `${table}[`.toLowerCase();
  // In references a few characters of headers are escaped by an apostrophe (ECMA-376 18.17.2.5).
  const column = `[${escapeXml(header.replace(/[[\]#']/g, "'$&"))}]`.toLowerCase();
  for (const name of pack.names().filter((part) => withFormulas.test(part))) {
    const text = (await pack.text(name)).toLowerCase();
    if (text.includes(opening) && text.includes(column)) return true;
  }
  return false;
}
