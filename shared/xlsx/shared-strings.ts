import type { Package } from './package';
import { bookTarget, type BookPart } from './book-part';
import { scanXml } from './xml-scan';
import { TextRuns } from './text-runs';

/** All shared strings in order; a workbook without the part has none. */
export async function readSharedStrings(pack: Package, book: BookPart): Promise<string[]> {
  const part = bookTarget(pack, book, 'sharedStrings');
  if (part === undefined) return [];
  const strings: string[] = [];
  const runs = new TextRuns();
  await scanXml(part, pack.stream(part), {
    open: (name) => {
      if (name === 'si') runs.begin();
      else runs.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.push(runs.take());
      else runs.close(name);
    },
    text: (text) => runs.text(text),
  });
  return strings;
}
