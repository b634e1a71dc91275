import { describe, expect, it } from '@jest/globals';
import { stories } from '../taskpane/stories/states';
import { recallRun, rememberRun } from './recall';

function memory(start?: string) {
  let value = start;
  return { get: () => value, set: (_key: string, next: string) => void (value = next) };
}

describe('the remembered run', () => {
  it('comes back as it was', () => {
    const kept = memory();
    rememberRun(kept, stories.done.state.lastRun!);
    expect(recallRun(kept)).toEqual(stories.done.state.lastRun);
  });

  it('is none where there is none, or something else', () => {
    expect([undefined, '', 'null', '{"id":1}', '{broken'].map((text) => recallRun(memory(text)))).toEqual(Array(5).fill(undefined));
  });
});
