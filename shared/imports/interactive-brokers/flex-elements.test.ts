import { readElements } from './flex-elements';

test('elements with their attributes, lines and depths', () => {
  const { elements, fault } = readElements('\uFEFF<a x="1 &amp; 2">\n <b y=""/>\n</a>');
  expect(fault).toBeUndefined();
  expect(elements.map(({ name, attributes, line, depth }) => [name, Object.fromEntries(attributes), line, depth])).toEqual([
    ['a', { x: '1 & 2' }, 1, 0],
    ['b', { y: '' }, 2, 1],
  ]);
});

test.each([
  ['<a><b></a>', 'is not well-formed XML'],
  ['<a><b x="', 'is not well-formed XML'],
  ['<!DOCTYPE a><a/>', 'declares a document type, which Flex files never do'],
  ['<a>'.repeat(30), 'is nested too deep'],
])('%j stops the reading', (text, problem) => expect(readElements(text).fault?.problem).toBe(problem));
