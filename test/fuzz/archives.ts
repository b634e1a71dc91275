import JSZip from 'jszip';
import { bookParts, workbookLinks, LINKS, MAIN } from '../../shared/xlsx/test-books';
import { cellAddress } from '../../shared/workbook/address';
import { escapeXml } from '../../shared/xlsx/xml-text';
import type { Chance } from './chance';

type Parts = Record<string, string>;

/** The cells of an export as the sheet of a workbook, with shared strings, as Excel saves it. */
export function partsOf(cells: readonly (readonly string[])[]): Parts {
  const strings: string[] = [];
  const places = new Map<string, number>();
  const cellXml = (text: string, address: string): string => {
    if (text === '') return '';
    if (/^-?\d{1,15}(\.\d{1,8})?$/.test(text) && !/^-?0\d/.test(text)) return `<c r="${address}"><v>${text}</v></c>`;
    if (!places.has(text)) places.set(text, strings.push(text) - 1);
    return `<c r="${address}" t="s"><v>${places.get(text)}</v></c>`;
  };
  const rows = cells.map((row, k) => `<row r="${k + 1}">${row.map((text, column) => cellXml(text, cellAddress(k + 1, column + 1))).join('')}</row>`);
  const items = strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('');
  return bookParts(rows.join(''), {
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${items}</sst>`,
    'xl/_rels/workbook.xml.rels': workbookLinks([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'sharedStrings', 'sharedStrings.xml']]),
  });
}

/** What a mutated part must still be: the same reading, or a refusal; undefined where the change may mean anything. */
export type PartMutation = (parts: Parts, chance: Chance) => 'same or refused' | undefined;

const sheet = 'xl/worksheets/sheet1.xml';
const replaceOne = (text: string, pattern: RegExp, chance: Chance, by: (match: string) => string): string => {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: match } = chance.pick(found);
  return text.slice(0, index) + by(match) + text.slice(index + match.length);
};

const addresses = ['XFD1048576', 'XFE1', 'A0', 'A1048577', 'ZZZZ9', 'A99999999999', '1', '', 'A-1', 'a1', 'R1C1', '$B$2', 'Ａ1', '�'];
const values = ['NaN', 'INF', '-INF', '1e400', '-1e400', '-0', '1e-400', '0x1F', '١٢', '1,5', ' 7 ', '99999999999999999999', '-1', '1.5', '4294967296', '#N/A', '', '=1+1', '2958466', '-5', '60'];
const entities = [
  '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
];

export const partMutations: Readonly<Record<string, PartMutation>> = {
  'a cell elsewhere': (parts, chance) => void (parts[sheet] = replaceOne(parts[sheet], /<c r="[A-Z]+\d+"/g, chance, () => `<c r="${chance.pick(addresses)}"`)),
  'a row elsewhere': (parts, chance) => void (parts[sheet] = replaceOne(parts[sheet], /<row r="\d+"/g, chance, () => `<row r="${chance.pick(['0', '-1', '1048577', '1e9', 'NaN', '', '999999', '1048576', '0x5', '1'])}"`)),
  'a value that is none': (parts, chance) => void (parts[sheet] = replaceOne(parts[sheet], /<v>[^<]*<\/v>/g, chance, () => `<v>${chance.pick(values)}</v>`)),
  'a type that is none': (parts, chance) => void (parts[sheet] = replaceOne(parts[sheet], /<c r="[A-Z]+\d+"( t="s")?/g, chance, (cell) => `${cell.replace(/ t=.*/, '')} t="${chance.pick(['s', 'b', 'e', 'd', 'n', 'str', 'inlineStr', 'x', ''])}"`)),
  'a style that is none': (parts, chance) => {
    parts[sheet] = replaceOne(parts[sheet], /<c r="[A-Z]+\d+"/g, chance, (cell) => `${cell} s="${chance.pick(['9999', '-1', 'NaN', '1e9', ''])}"`);
    return 'same or refused';
  },
  'shared strings gone': (parts) => void delete parts['xl/sharedStrings.xml'],
  'shared strings cut off': (parts, chance) => {
    const text = parts['xl/sharedStrings.xml'];
    parts['xl/sharedStrings.xml'] = text.slice(0, chance.whole(text.length));
    return 'same or refused';
  },
  'counts that lie': (parts) => {
    parts['xl/sharedStrings.xml'] = parts['xl/sharedStrings.xml'].replace(/ount="\d+"/g, 'ount="4000000000"');
    parts[sheet] = parts[sheet].replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>');
    return 'same or refused';
  },
  'an entity of its own': (parts, chance) => {
    const name = chance.pick(Object.keys(parts));
    parts[name] = chance.pick(entities) + parts[name];
    return 'same or refused';
  },
  'the same sheet many times': (parts, chance) => {
    const more = Array.from({ length: 1 + chance.whole(60) }, (_, k) => `<sheet name="${chance.pick(['Holdings', `S${k}`, ''])}" sheetId="${k}" r:id="rId1"/>`);
    parts['xl/workbook.xml'] = parts['xl/workbook.xml'].replace('</sheets>', `${more.join('')}</sheets>`);
    return undefined;
  },
  'links to nowhere': (parts, chance) => {
    const target = chance.pick(['../../../etc/passwd', 'http://127.0.0.1/x', 'worksheets/none.xml', 'workbook.xml', '', '/xl/worksheets/sheet1.xml', 'file:///etc/passwd']);
    parts['xl/_rels/workbook.xml.rels'] = workbookLinks([['rId1', 'worksheet', target]], chance.pick([LINKS, 'x']));
    return undefined;
  },
  'elements without end': (parts, chance) => {
    parts[sheet] = parts[sheet].replace('<sheetData>', `<sheetData>${'<x>'.repeat(10 ** (1 + chance.whole(5)))}`);
    return 'same or refused';
  },
  'rich text, phonetics and blanks': (parts) => void (parts['xl/sharedStrings.xml'] = parts['xl/sharedStrings.xml'].replace(/<si><t [^>]*>([^<]*)<\/t>/g, '<si><r><t xml:space="preserve">$1</t></r><rPh sb="0" eb="1"><t>x</t></rPh>')),
  'a part in another encoding than it says': (parts) => {
    parts[sheet] = `<?xml version="1.0" encoding="UTF-16"?>${parts[sheet]}`;
    return 'same or refused';
  },
  'rows out of order': (parts, chance) => {
    const rows = parts[sheet].match(/<row .*?<\/row>/gs) ?? [];
    parts[sheet] = parts[sheet].replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${chance.shuffled(rows).join('')}</sheetData>`);
    return 'same or refused';
  },
  'a part cut off': (parts, chance) => {
    const name = chance.pick(Object.keys(parts));
    parts[name] = parts[name].slice(0, chance.whole(parts[name].length));
    return undefined;
  },
};

/** Damage to the archive itself: its check sums and sizes must show it, or it must not matter. */
export const archiveMutations: Readonly<Record<string, (bytes: Uint8Array, chance: Chance) => Uint8Array | Promise<Uint8Array>>> = {
  'bytes overwritten': (bytes, chance) => {
    const changed = bytes.slice();
    for (let k = 0; k < 1 + chance.whole(6); k += 1) changed[chance.whole(changed.length)] = chance.whole(256);
    return changed;
  },
  'cut off': (bytes, chance) => bytes.slice(0, chance.whole(bytes.length)),
  'sizes that lie': (bytes, chance) => overwriteHeaders(bytes, chance.pick([18, 22]), chance.pick([0, 1, 0xffffffff, 0x7fffffff, 12345])),
  'check sums that lie': (bytes, chance) => overwriteHeaders(bytes, 14, chance.whole(2 ** 31)),
  'marked as encrypted': (bytes) => overwriteHeaders(bytes, 6, 1, 2),
  'packed in a way nobody knows': (bytes, chance) => overwriteHeaders(bytes, 8, chance.pick([1, 9, 12, 99]), 2),
  'something before it': (bytes, chance) => new Uint8Array(Buffer.concat([Buffer.alloc(1 + chance.whole(300), chance.pick(['PK', '\u0000', 'MZ'])), bytes])),
  'something after it': (bytes, chance) => new Uint8Array(Buffer.concat([bytes, Buffer.alloc(1 + chance.whole(300), chance.pick(['PK\u0005\u0006', '\u0000', 'x']))])),
  'paths that climb out': async (bytes, chance) => {
    const zip = await JSZip.loadAsync(bytes);
    zip.file(chance.pick(['../../evil.xml', '/etc/evil', 'C:\\evil', 'xl/../../x', '__proto__', 'constructor', 'XL/WORKBOOK.XML']), '<x/>');
    return zip.generateAsync({ type: 'uint8array' });
  },
  'an archive in an archive': async (bytes, chance) => {
    let inner = bytes;
    for (let k = 0; k < 1 + chance.whole(4); k += 1) inner = await new JSZip().file(`a${k}.zip`, inner).generateAsync({ type: 'uint8array' });
    return inner;
  },
};

/** Writes a field of every local and central header, found by its marks; `offset` counts in the local one. */
function overwriteHeaders(bytes: Uint8Array, offset: number, value: number, width = 4): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 50 < changed.length; at += 1) {
    const mark = view.getUint32(at, true);
    const place = mark === 0x04034b50 ? at + offset : mark === 0x02014b50 ? at + offset + 2 : undefined;
    if (place !== undefined && width === 4) view.setUint32(place, value, true);
    if (place !== undefined && width === 2) view.setUint16(place, value, true);
  }
  return changed;
}

