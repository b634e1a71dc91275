import { expect, test } from '@jest/globals';
import { csvText } from './csv-text';

test('numbers as they are, text that could be a formula with an apostrophe', () => {
  expect(csvText(['Factor', 'Exposure'], [['Market', -5], ['=1+1', 0.25], ['-Value', null], ['a,b', true]])).toBe(
    "Factor,Exposure\nMarket,-5\n'=1+1,0.25\n'-Value,\n\"a,b\",true\n",
  );
});
