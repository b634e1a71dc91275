import fc from 'fast-check';
import { isHtml, readHtmlTables } from './html-tables';

const cells = (html: string) => readHtmlTables(html).map((table) => table.cells);

test('a table as custodians write it under the name .xls', () => {
  const html = `<!-- report --><html><head><style>td > b { x: "<td>" }</style></head><body><p>Positions</p>
    <TABLE border=1><tr><th>Symbol</th><th>Market&nbsp;Value</th></tr>
    <tr><td class="a>b">AT&amp;T <b>Inc</b></td><td>  $1,234.50\n</td></tr></TABLE></body></html>`;
  expect(isHtml(html)).toBe(true);
  expect(cells(html)).toEqual([[['Symbol', 'Market Value'], ['AT&T Inc', '$1,234.50']]]);
});

test('tags left open, cells that span, line breaks, numbered letters', () => {
  expect(cells('<table><tr><td rowspan=2>A<td colspan="2">B<tr><td>1<br>2<td>&#8364;&#x35;</table>')).toEqual([[['A', 'B', ''], ['', '1 2', '€5']]]);
});

test('a table within a cell is a table of its own; tables of one row are layout', () => {
  expect(cells('<table><tr><td>x<table><tr><td>1</tr><tr><td>2</table></td></tr></table>')).toEqual([[['1'], ['2']]]);
});

test('scripts and comments hold no cells', () => {
  expect(cells('<table><tr><td>1<script>document.write("<td>2")</script><!-- <td>3 --><tr><td>4</table>')).toEqual([[['1'], ['4']]]);
});

test('text and XML are no pages', () => {
  expect(['Symbol,Quantity', '<?xml version="1.0"?><OFX>', '<OFX>'].map(isHtml)).toEqual([false, false, false]);
});

test('a page that claims millions of cells is refused', () => {
  expect(() => readHtmlTables(`<table>${'<tr><td colspan=1000>'.repeat(3000)}`)).toThrow('more than 2000000 cells');
});

test('no page throws or hangs, whatever its tags', () => {
  const piece = fc.constantFrom('<table>', '</table>', '<tr>', '<td', '>', '"', '<td colspan=3 rowspan=2>', '</td>', '<!--', '-->', '<script>', '</script', 'a', '&amp;', '&#999999999;', '<');
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => { for (const table of cells(pieces.join(''))) expect(table.length).toBeGreaterThan(1); }), { numRuns: 500 });
  for (const piece of ['<', '<td "', '<!--', '<script>', '<td>']) expect(() => cells(`<table>${piece.repeat(200_000)}`)).not.toThrow();
}, 20_000);
