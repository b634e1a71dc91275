import { describe, expect, it } from '@jest/globals';
import { announcement } from './announcement';
import { stories } from './stories/states';

const say = (name: string): string => announcement(stories[name].state);

describe('what a screen reader says', () => {
  it('is the step, the quarter, or the end', () => {
    expect([say('reading'), say('running'), say('stopping'), say('stopped')]).toEqual([
      'Reading the workbook',
      'Running, 50 percent',
      'Stopping after the accounts in hand',
      'Stopped at 132',
    ]);
    expect(say('done')).toBe('Run finished. 412 trades, 6 exceptions.');
    expect(say('no problems')).toBe('No problems found in 8,777 rows.');
  });

  it('tells what an import found, and what it would change', () => {
    expect(say('import: reading')).toBe('Reading files');
    expect(say('import: accounts that are not in the book')).toBe('2 files read. 2 accounts to choose.');
    expect(say('import: preview')).toBe('6,902 rows same, 1,180 changed, 38 new, 12 gone.');
  });

  it('leaves a message to the message itself', () => {
    expect(say('unknown fault')).toBe('');
  });

  it('is silent before anything was done', () => {
    expect(say('empty workbook')).toBe('');
  });
});
