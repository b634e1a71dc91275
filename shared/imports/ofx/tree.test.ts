import { findAll, findFirst, leaves, parseOfx } from './tree';

const texts = (text: string) => Object.fromEntries(leaves(parseOfx(text).root));

test('leaves without end tags, leaves with them, and both at once', () => {
  const expected = { A: '1', B: 'x y', C: '2' };
  expect(texts('<OFX><AGG><A>1<B>x y\n</AGG><C>2</OFX>')).toEqual(expected);
  expect(texts('<OFX><AGG><A>1</A><B>x y</B></AGG><C>2</C></OFX>')).toEqual(expected);
  expect(texts('OFXHEADER:100\n\n<ofx><agg><a>1</a><b>x y</agg><c>2</ofx>')).toEqual(expected);
});

test('an empty leaf does not swallow what follows it', () => {
  const { root, fault } = parseOfx('<OFX><STMTTRN><MEMO><NAME>n<INV><UNITS>3</INV></STMTTRN><END>1</OFX>');
  expect(fault).toBeUndefined();
  expect(findFirst(root, 'STMTTRN')?.children.map(({ name }) => name)).toEqual(['MEMO', 'NAME', 'INV']);
  expect(findFirst(root, 'OFX')?.children.map(({ name }) => name)).toEqual(['STMTTRN', 'END']);
});

test('entities, character data and comments', () => {
  expect(texts('<OFX><!-- <A>0 --><A>S&amp;P &#8217;26 &lt;x&gt;<B><![CDATA[AT&T <b>]]><C/></OFX>')).toEqual({ A: 'S&P ’26 <x>', B: 'AT&T <b>' });
});

test('a file that ends early is a fault, and its open elements are not closed', () => {
  const { root, fault } = parseOfx('<OFX>\n<POS><UNITS>3</POS>\n<POS><UNITS>12');
  expect(fault).toEqual({ line: 3, problem: 'ends before its last element does' });
  expect(findAll(root, new Set(['POS'])).map(({ closed, line }) => [closed, line])).toEqual([[true, 2], [false, 3]]);
});

test('declared entities are refused', () => {
  const { fault } = parseOfx('<OFX>\n<!DOCTYPE lolz [<!ENTITY a "&b;&b;">]><A>&a;</OFX>');
  expect(fault).toMatchObject({ line: 2, problem: expect.stringContaining('entities') as string });
});

test('nesting has a bound', () => {
  expect(parseOfx(`<OFX>${'<A>'.repeat(100_000)}`).fault?.problem).toBe('is nested too deep');
});

test('leaves of an element may be left out', () => {
  const { root } = parseOfx('<OFX><ORIGCURRENCY><CURSYM>EUR</ORIGCURRENCY><CURRENCY><CURSYM>USD</CURRENCY></OFX>');
  expect(leaves(root, ['ORIGCURRENCY']).get('CURSYM')).toBe('USD');
});
