import { cutLine } from './cut-line';

test('names the line and what is left of it', () => {
  expect(cutLine(7, ['X1', 'VT'])).toMatchObject({ found: 'X1,VT', message: 'The file ends in the midst of line 7 (“X1,VT”), which was left out.' });
});
