import { expect, test } from '@jest/globals';
import { transitional } from './dialect';
import { Package } from './package';
import { addRelationship, readRelationships, relationshipsPart, removeRelationship, resolveTarget } from './relationships';

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

test('links are added with a free id, read, and taken out', async () => {
  const pack = Package.create();
  expect(await addRelationship(pack, transitional, 'xl/workbook.xml', 'worksheet', 'xl/a b.xml')).toBe('rId1');
  expect(await addRelationship(pack, transitional, 'xl/workbook.xml', 'styles', 'xl/styles.xml')).toBe('rId2');
  await removeRelationship(pack, 'xl/workbook.xml', 'xl/a b.xml');
  expect(await addRelationship(pack, transitional, 'xl/workbook.xml', 'worksheet', 'xl/c.xml')).toBe('rId3');
  expect(await readRelationships(pack, 'xl/workbook.xml')).toEqual([
    { id: 'rId2', kind: 'styles', target: 'xl/styles.xml' },
    { id: 'rId3', kind: 'worksheet', target: 'xl/c.xml' },
  ]);
});

test('links out of the package are no parts', async () => {
  const pack = Package.create();
  pack.set(
    '_rels/.rels',
    '<Relationships><Relationship Id="a" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>',
  );
  expect(await readRelationships(pack, '')).toEqual([]);
});
