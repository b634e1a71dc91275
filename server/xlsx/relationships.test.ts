import { expect, test } from '@jest/globals';
import { Package } from '../../shared/xlsx/package';
import { readRelationships } from '../../shared/xlsx/relationships';
import { transitional } from './dialect';
import { addRelationship, removeRelationship } from './relationships';

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
