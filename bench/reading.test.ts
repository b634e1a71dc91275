import { expect, test } from '@jest/globals';
import { measureReading } from './reading';

test('10,000 lots are read, checked and their repairs proposed within the two seconds that people wait', () => {
  measureReading(2_000);
  const { readSeconds, checkSeconds, repairSeconds } = measureReading(10_000);
  expect(readSeconds + checkSeconds + repairSeconds).toBeLessThan(2);
});
