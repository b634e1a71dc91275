import { expect, test } from '@jest/globals';
import { Package } from './package';
import { readRelationships, relationshipsPart, resolveTarget } from './relationships';

test.each([
  ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/worksheets/sheet1.xml', '../tables/table1.xml', 'xl/tables/table1.xml'],
  ['xl/worksheets/sheet1.xml', '/xl/tables/table1.xml', 'xl/tables/table1.xml'],
  ['xl/workbook.xml', './my%20sheet.xml', 'xl/my sheet.xml'],
  ['xl/workbook.xml', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
  ['xl/workbook.xml', '100%.xml', 'xl/100%.xml'],
  ['xl/workbook.xml', '../../../etc/passwd', 'etc/passwd'],
  ['', 'xl/workbook.xml', 'xl/workbook.xml'],
])('from %j, %j is %j', (part, target, found) => expect(resolveTarget(part, target)).toBe(found));

test('links lie beside their part', () => {
  expect([relationshipsPart(''), relationshipsPart('xl/workbook.xml')]).toEqual(['_rels/.rels', 'xl/_rels/workbook.xml.rels']);
});

test('links out of the package are no parts', async () => {
  const pack = Package.create();
  pack.set(
    '_rels/.rels',
    '<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>',
  );
  expect(await readRelationships(pack, '')).toEqual([]);
});
