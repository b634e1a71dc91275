import JSZip from 'jszip';
import { parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';

/** Largest text one part may unpack to; the playground shows books, it does not crunch archives. */
const LARGEST_PART = 200 * 1024 ** 2;

/** The parts of an .xlsx that the playground reads, as element trees. Works in browsers and Node. */
export class OpenPackage {
  private constructor(private readonly zip: JSZip) {}

  static async open(bytes: Uint8Array | ArrayBuffer): Promise<OpenPackage> {
    return new OpenPackage(await JSZip.loadAsync(bytes));
  }

  /** The root of a part, or undefined when the archive lacks it. */
  async xml(part: string): Promise<XmlElement | undefined> {
    const entry = this.zip.file(part.replace(/^\//, ''));
    if (!entry) return undefined;
    const text = await entry.async('string');
    if (text.length > LARGEST_PART) throw new Error(`The part "${part}" is too large to show.`);
    return parseXml(part, text.replace(/^\uFEFF/, ''));
  }

  /** Targets of a part's relationships by id, with their kinds. */
  async links(part: string): Promise<Map<string, { kind: string; target: string; external: boolean }>> {
    const cut = part.lastIndexOf('/');
    const root = await this.xml(`${part.slice(0, cut)}/_rels/${part.slice(cut + 1)}.rels`);
    return new Map(
      (root?.children ?? []).map(({ attributes }) => [
        attributes.Id,
        {
          kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
          target: attributes.TargetMode === 'External' ? attributes.Target : resolve(part, attributes.Target ?? ''),
          external: attributes.TargetMode === 'External',
        },
      ]),
    );
  }
}

/** `../tables/table1.xml` seen from `xl/worksheets/sheet1.xml` is `xl/tables/table1.xml`. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
