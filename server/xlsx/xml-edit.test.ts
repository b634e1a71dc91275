import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withPrefix, XmlEdit } from './xml-edit';
import { child, children, parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';

const source =
  '<?xml version="1.0"?>\n<!-- <a> --><x:list xmlns:x="u" count="2"><x:item n="1">one &amp; two</x:item>\r\n<x:item n=\'2\' /><y:odd><deep/></y:odd></x:list>\n';
const root = parseXml('part', source);
const sliced = (element: XmlElement): string => source.slice(element.start, element.end);

describe('parseXml', () => {
  test('tells where each element lies', () => {
    expect(root).toMatchObject({ name: 'list', prefix: 'x:', attributes: { count: '2' } });
    expect(root.children.map(sliced)).toEqual(['<x:item n="1">one &amp; two</x:item>', "<x:item n='2' />", '<y:odd><deep/></y:odd>']);
    expect(source.slice(root.innerStart, root.innerEnd)).toMatch(/^<x:item n="1">.*<\/y:odd>$/s);
    expect(children(root, 'item').map(({ text, selfClosing }) => [text, selfClosing])).toEqual([
      ['one & two', false],
      ['', true],
    ]);
    expect(child(root, 'nothing')).toBeUndefined();
  });

  test('is not misled by a prefix that begins as the name does', () => {
    expect(parseXml('part', '<rowx:row xmlns:rowx="u"/>')).toMatchObject({ name: 'row', prefix: 'rowx:' });
  });

  test('offsets hold for any text around and in elements', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((value) => value.replace(/[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, ''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const xml = `<r>${texts.map((value) => `${value}<i>${value}</i>`).join('')}</r>`;
        const items = parseXml('part', xml).children;
        expect(items.map(({ start, end }) => xml.slice(start, end))).toEqual(texts.map((value) => `<i>${value}</i>`));
      }),
    );
  });
});

describe('XmlEdit', () => {
  test('without edits gives the source', () => expect(new XmlEdit(source).toString()).toBe(source));

  test('changes what it is told and nothing else', () => {
    const [first, second] = children(root, 'item');
    const edited = new XmlEdit(source)
      .attributes(root, { count: '3' })
      .swap(first, '')
      .append(second, '<in/>')
      .append(root, '<x:item/>')
      .toString();
    expect(edited).toBe(
      '<?xml version="1.0"?>\n<!-- <a> --><x:list xmlns:x="u" count="3">\r\n<x:item n=\'2\' ><in/></x:item><y:odd><deep/></y:odd><x:item/></x:list>\n',
    );
  });

  test('sets, adds and removes attributes, whatever their quotes', () => {
    const [, second] = children(root, 'item');
    expect(new XmlEdit(source).attributes(second, { n: undefined, m: 'a"b' }).toString()).toContain('<x:item m="a&quot;b"/>');
  });

  test('inserts where the schema wants it', () => {
    const book = (inner: string): string => `<b>${inner}</b>`;
    const insert = (inner: string): string => {
      const xml = book(inner);
      return new XmlEdit(xml).insert(parseXml('part', xml), ['p', 'q', 'r'], 'q', '<q/>').toString();
    };
    expect(insert('<p/><r/>')).toBe(book('<p/><q/><r/>'));
    expect(insert('<r/>')).toBe(book('<q/><r/>'));
    expect(insert('<other/><p/><other/>')).toBe(book('<other/><p/><q/><other/>'));
    expect(new XmlEdit('<b/>').insert(parseXml('part', '<b/>'), ['q'], 'q', '<q/>').toString()).toBe(book('<q/>'));
  });

  test('extends a counted list, even one that closes itself', () => {
    const extend = (xml: string): string => new XmlEdit(xml).extend(parseXml('part', xml), ['<f/>', '<f/>']).toString();
    expect(extend('<fonts count="1"><f/></fonts>')).toBe('<fonts count="3"><f/><f/><f/></fonts>');
    expect(extend('<x:dxfs count="0"/>')).toBe('<x:dxfs count="2"><f/><f/></x:dxfs>');
  });

  test('two edits of the same place are our fault', () => {
    expect(() => new XmlEdit(source).swap(root, '').swap(root.children[0], '').toString()).toThrow('overlap');
  });
});

test('a prefix is given to tags, not to text', () => {
  expect(withPrefix('<a b="c"><d/>1 &lt; 2</a>', 'x:')).toBe('<x:a b="c"><x:d/>1 &lt; 2</x:a>');
  expect(withPrefix('<a/>', '')).toBe('<a/>');
});
