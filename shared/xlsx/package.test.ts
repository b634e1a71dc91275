import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { Package } from './package';
import { zipOf } from './test-books';

test('parts are found whatever their case, and keep their spelling', async () => {
  const pack = await Package.open(await zipOf({ 'xl/Workbook.XML': '<a/>', 'xl\\odd.xml': '<b/>' }));
  expect(pack.has('/XL/workbook.xml')).toBe(true);
  expect(await pack.text('xl/workbook.xml')).toBe('<a/>');
  expect(await pack.text('xl/odd.xml')).toBe('<b/>');
  pack.set('xl/workbook.xml', '<c/>');
  expect((await Package.open(await pack.save())).names().sort()).toEqual(['xl/Workbook.XML', 'xl\\odd.xml']);
});

test('a new part gets the first free number, and no folders are made', async () => {
  const pack = await Package.open(await zipOf({ 'xl/tables/table1.xml': '', 'xl/tables/table3.xml': '' }));
  const name = pack.freeName('xl/tables/table', '.xml');
  expect(name).toBe('xl/tables/table2.xml');
  pack.set(name, ['<a>', 'é', '</a>']);
  const again = await Package.open(await pack.save());
  expect(await again.text(name)).toBe('<a>é</a>');
  expect(again.names()).toHaveLength(3);
});

test('a part that is gone is gone from the file', async () => {
  const pack = await Package.open(await zipOf({ a: '1', b: '2' }));
  pack.remove('A');
  pack.remove('never there');
  expect((await Package.open(await pack.save())).names()).toEqual(['b']);
});

test('what is written in UTF-8 says so', async () => {
  const pack = Package.create();
  pack.set('a', '<?xml version="1.0" encoding=\'UTF-16\' standalone="yes"?><a/>');
  expect(await pack.text('a')).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>');
});

test('a part that is missing is named', async () => {
  await expect(Package.create().text('xl/gone.xml')).rejects.toThrow('"xl/gone.xml" is missing');
});

test('a digit that was changed on the way is not read', async () => {
  const zip = new JSZip().file('a', '<v>97.445987</v>');
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
  bytes[Buffer.from(bytes).indexOf('97.4')] = '8'.charCodeAt(0);
  await expect((await Package.open(bytes)).text('a')).rejects.toThrow('cannot be unpacked');
});
