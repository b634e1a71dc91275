import JSZip from 'jszip';
import { gzipSync } from 'node:zlib';
import { bookParts, zipOf, MAIN } from '../../shared/xlsx/test-books';
import type { Chance } from './chance';
import type { Mutated } from './mutation';

/** Files made to hurt: each must be read or refused in seconds, within the memory of a browser tab. */
export type Attack = (chance: Chance) => Mutated | Promise<Mutated>;

const encoder = new TextEncoder();
const text = (content: string, name: string): Mutated => ({ bytes: encoder.encode(content), name });
const book = async (sheetData: string, more: Record<string, string> = {}): Promise<Mutated> => ({ bytes: await zipOf(bookParts(sheetData, more)), name: 'book.xlsx' });
/** From a tenth of a size to all of it, so that cases differ. */
const about = (size: number, chance: Chance): number => Math.round(size * (0.1 + 0.9 * chance.real()));
const header = 'Account,Symbol,Description,Quantity,Price,Market Value,Cost Basis\n';
const row = 'A-1,VTI,VANGUARD,10,290,2900,2000\n';

export const attacks: Readonly<Record<string, Attack>> = {
  'a cell of ten megabytes': (chance) => text(`${header}A-1,VTI,${chance.pick(['x', '=', '"', ' ', '1', '(', '$']).repeat(about(1e7, chance))},10,290,2900,2000\n`, 'a.csv'),
  'a quoted cell of ten megabytes': (chance) => text(`${header}"${'a,\n'.repeat(about(3e6, chance))}`, 'a.csv'),
  'a hundred thousand columns': (chance) => text(`${header.trim()}${',x'.repeat(about(1e5, chance))}\n${row.trim()}${',1'.repeat(about(1e5, chance))}\n`, 'a.csv'),
  'a hundred thousand headers of ours': (chance) => text(`${'Symbol,Quantity,Price,Market Value,'.repeat(about(25_000, chance))}\n${row}`, 'a.csv'),
  'nothing but delimiters': (chance) => text(chance.pick([',', ';', '\t', '"', '""', '\n', ',\n', '"\n', '"",']).repeat(about(3e5, chance)), 'a.csv'),
  'a header in every line': (chance) => text(header.repeat(about(20_000, chance)), 'a.csv'),
  'totals in every line': (chance) => text(header + `${row}Total,,,,,2900,\n`.repeat(about(5_000, chance)), 'a.csv'),
  'OFX of open tags': (chance) => text(`OFXHEADER:100\n\n<OFX>${chance.pick(['<A>', '<INVPOSLIST>', '<STMTTRN>', '<A>x']).repeat(about(2e5, chance))}`, 'a.ofx'),
  'OFX of entities': (chance) => text(`OFXHEADER:100\n\n<OFX><SECLIST>${'<SECNAME>&amp;&#65;&#x10ffff;&#99999999;&'.repeat(about(50_000, chance))}`, 'a.ofx'),
  'XML without end': (chance) => text(`<?xml version="1.0"?><FlexQueryResponse>${chance.pick(['<FlexStatements>', '<OpenPosition symbol="A" position="1">']).repeat(about(1e5, chance))}`, 'a.xml'),
  'XML that expands': () => text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><FlexQueryResponse><FlexStatements><FlexStatement accountId="&b;"><OpenPositions><OpenPosition symbol="&b;" position="1"/></OpenPositions></FlexStatement></FlexStatements></FlexQueryResponse>', 'a.xml'),
  'JSON without end': (chance) => text(`{"FromDate":"1","BrokerageTransactions":${'['.repeat(about(1e6, chance))}`, 'a.json'),
  'a page of open tables': (chance) => text(`<html>${chance.pick(['<table><tr><td>', '<table>', '<td rowspan=9999 colspan=9999>x', '<!--', '<script>', '<a b="']).repeat(about(1e5, chance))}`, 'a.xls'),
  'XML Spreadsheet far away': (chance) => text(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${`<Row ss:Index="${chance.pick([1048576, 1e9, -1, 5])}"><Cell ss:Index="${chance.pick([16384, 1e9, -5, 2])}" ss:MergeAcross="${chance.pick(['1', 'x', '-9', '1e9'])}"><Data ss:Type="Number">1e400</Data></Cell></Row>`.repeat(3)}</Table></Worksheet></Workbook>`, 'a.xls'),
  'a gzip bomb': (chance) => ({ bytes: new Uint8Array(gzipSync(Buffer.alloc(about(2e8, chance), 'a'))), name: 'a.csv.gz' }),
  'a zip bomb': async (chance) => ({ bytes: await new JSZip().file('a.csv', Buffer.alloc(about(1.5e8, chance), '0')).generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } }), name: 'a.zip' }),
  'a sheet that is a bomb': (chance) => book(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(about(6e7, chance))}</t></is></c></row>`),
  'ten thousand files': async (chance) => {
    const zip = new JSZip();
    for (let k = 0; k < about(10_000, chance); k += 1) zip.file(`${k}.csv`, header + row);
    return { bytes: await zip.generateAsync({ type: 'uint8array' }), name: 'a.zip' };
  },
  'lone cells at the ends of a sheet': (chance) => book(`<row r="1"><c r="A1"><v>1</v></c></row>${Array.from({ length: about(600, chance) }, (_, k) => `<row r="${1_048_576 - 2_000 + k}"><c r="XFD${1_048_576 - 2_000 + k}"><v>5</v></c></row>`).join('')}`),
  'a million blank rows': (chance) => book(`<row r="1"><c r="A1"><v>1</v></c></row><row r="${about(1_048_576, chance)}"><c r="B${1}"><v>1</v></c></row>`),
  'shared strings by the hundred thousand': (chance) => book(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${'<si><t>x</t></si>'.repeat(about(3e5, chance))}</sst>` }),
  'formats that never match': (chance) => book('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="200" formatCode="${chance.pick(['[', '&quot;', '\\', 'y', '0', '_', '*']).repeat(about(1e5, chance))}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>` }),
};
