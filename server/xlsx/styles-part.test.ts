import { expect, test } from '@jest/globals';
import { blankPackage } from './blank-package';
import { looks } from './cell-look';
import type { Package } from '../../shared/xlsx/package';
import { StylesPart } from './styles-part';
import { bookParts, zipOf } from '../../shared/xlsx/test-books';
import { Package as Packages } from '../../shared/xlsx/package';
import { child, parseXml } from '../../shared/xlsx/xml-tree';

async function count(pack: Package, list: string): Promise<number> {
  const root = parseXml('styles', await pack.text('xl/styles.xml'));
  const found = child(root, list);
  expect(found?.attributes.count ?? '0').toBe(String(found?.children.length ?? 0));
  return found?.children.length ?? 0;
}

test('a look is added once, however often and by whomever it is asked for', async () => {
  const pack = blankPackage();
  const first = await StylesPart.load(pack);
  const number = first.cell({ ...looks.header, format: '$#,##0;($#,##0);"–"' });
  expect(first.cell({ ...looks.header, format: '$#,##0;($#,##0);"–"' })).toBe(number);
  first.save();
  const second = await StylesPart.load(pack);
  expect(second.cell({ ...looks.header, format: '$#,##0;($#,##0);"–"' })).toBe(number);
  second.save();
  expect([await count(pack, 'cellXfs'), await count(pack, 'numFmts'), await count(pack, 'fonts')]).toEqual([2, 1, 2]);
});

test('different formats get different numbers, known ones their own', async () => {
  const pack = blankPackage();
  const styles = await StylesPart.load(pack);
  styles.cell({ format: '0" bp"' });
  styles.cell({ format: '0.0%;(0.0%)' });
  styles.cell({ format: '@', quotePrefix: true });
  styles.save();
  const xml = await pack.text('xl/styles.xml');
  expect(xml).toContain('<numFmt numFmtId="164" formatCode="0&quot; bp&quot;"/><numFmt numFmtId="165" formatCode="0.0%;(0.0%)"/>');
  expect(xml).toContain('numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"');
});

test('what cells already use keeps its number', async () => {
  const pack = await Packages.open(await zipOf(bookParts('')));
  const blank = await StylesPart.load(pack);
  expect(blank.cell({ format: 'General' })).toBe(1);
  expect(blank.rule({ kind: 'bar', column: 'Amount', color: '#9DC3E6' })).toBeUndefined();
  expect(blank.rule({ kind: 'divider', column: 'Amount', color: '#9DC3E6' })).toBe(0);
  blank.save();
  expect(await count(pack, 'dxfs')).toBe(1);
  expect(await pack.text('[Content_Types].xml')).toContain('PartName="/xl/styles.xml"');
});

test('fonts take the face of the workbook', async () => {
  const pack = blankPackage();
  pack.set('xl/styles.xml', (await pack.text('xl/styles.xml')).replaceAll('Calibri', 'Aptos Narrow').replace('sz val="11"', 'sz val="12"'));
  const styles = await StylesPart.load(pack);
  styles.cell(looks.status);
  styles.save();
  expect(await pack.text('xl/styles.xml')).toContain('<font><sz val="12"/><color rgb="FF374151"/><name val="Aptos Narrow"/></font>');
});
