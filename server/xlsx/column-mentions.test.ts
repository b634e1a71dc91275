import { expect, test } from '@jest/globals';
import { Package } from '../../shared/xlsx/package';
import { mentionsColumn } from './column-mentions';

const packed = (part: string, text: string): Package => {
  const pack = Package.create();
  pack.set(part, text);
  return pack;
};

test.each([
  ['xl/worksheets/sheet1.xml', '<f>SUM(rb_Lots[Cost &amp; fees])</f>', 'Cost & fees', true],
  ['xl/worksheets/sheet1.xml', '<f>RB_LOTS[[#This Row],[Hurdle %]]*2</f>', 'Hurdle %', true],
  ['xl/workbook.xml', '<definedName name="x">rb_Lots[Lot \'# 1]</definedName>', 'Lot # 1', true],
  ['xl/worksheets/sheet1.xml', '<f>rb_Lots[Quantity]</f>', 'Cost', false],
  ['docProps/app.xml', 'rb_Lots[Cost]', 'Cost', false],
])('%s with %s and the header %s: %s', async (part, text, header, found) => {
  expect(await mentionsColumn(packed(part, text), 'rb_Lots', header)).toBe(found);
});
