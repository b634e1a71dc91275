import { describe, expect, it } from '@jest/globals';
import { stories } from '../taskpane/stories/states';
import { statusOf } from './status';

describe('the status line', () => {
  it('opens the tab that shows the cause', () => {
    const opens = (name: string) => statusOf(stories[name].state).opens;
    expect(['the data stops a run', 'inputs changed', 'checking'].map(opens)).toEqual(['data', 'data', 'data']);
    expect(['offline', 'running', 'stopped', 'done'].map(opens)).toEqual(['run', 'run', 'run', 'run']);
  });

  it('has a shape of its own for each tone, so that color is not needed', () => {
    const marks = new Map<string, Set<string>>();
    for (const { state } of Object.values(stories)) {
      const { tone, mark } = statusOf(state);
      marks.set(mark, (marks.get(mark) ?? new Set()).add(tone));
    }
    expect([...marks.get('full')!]).toEqual(['good']);
    expect([...marks.get('half')!]).toEqual(['changed']);
    expect([...marks.get('triangle')!]).toEqual(['problem']);
  });

});
