import { expect, test } from '@jest/globals';
import { isPlainArchive } from './file-kind';

test('a bundle of files is told from a document that is an archive too', () => {
  expect(isPlainArchive(['holdings.csv', 'lots/2026.csv'])).toBe(true);
  expect(isPlainArchive(['[Content_Types].xml', 'xl/workbook.xml'])).toBe(false);
  expect(isPlainArchive(['META-INF/manifest.xml', 'content.xml'])).toBe(false);
  expect(isPlainArchive(['Index/Document.iwa'])).toBe(false);
});
