import { splitGain } from './split-gain';

test.each([
  [12, null, 12, 'short'],
  [null, -3, -3, 'long'],
  [0, 6000, 6000, 'long'],
  [-5, 0, -5, 'short'],
  [null, 0, 0, 'long'],
  [0, null, 0, 'short'],
  [0, 0, 0, null],
  [1, 2, 3, null],
  [null, null, null, null],
] as const)('%s short and %s long', (short, long, gain, term) => expect(splitGain(short, long)).toEqual({ gain, term }));
