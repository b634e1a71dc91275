import { isSentence } from './sentence';

test.each([
  [['Date downloaded Apr-23-2026 1:39 p.m ET']],
  [['Brokerage services are provided by Fidelity Brokerage Services LLC (FBS)', ' 900 Salem Street', ' Smithfield', '']],
  [['informational purposes only, and is not intended to provide advice', ' nor should it be']],
  [['XXX', '', '']],
])('%j is text', (cells) => expect(isSentence(cells)).toBe(true));

test.each([
  [['X1', 'Individual', 'VTI']],
  [['The Very Long Name of a Family Trust', 'VTI', '12']],
  [['', '12.5', '']],
  [['12']],
])('%j is data', (cells) => expect(isSentence(cells)).toBe(false));
