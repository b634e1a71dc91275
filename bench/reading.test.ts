import { expect, test } from '@jest/globals';
import { measureReading } from './reading';

/** Two seconds is what people wait (reading.ts measures it); the rest is room for a machine with other work. */
const patience = 8;

test('10,000 lots are read, checked and their repairs proposed while people wait', () => {
  const { readSeconds, checkSeconds, repairSeconds } = measureReading(10_000);
  expect(readSeconds + checkSeconds + repairSeconds).toBeLessThan(patience);
});
