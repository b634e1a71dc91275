import { expect, it } from '@jest/globals';
import { labelOf } from './name-cells';

it('says a name in words', () => {
  expect(['rb_AsOf', 'rb_Currency', 'rb_LastRunAt'].map(labelOf)).toEqual(['As of', 'Currency', 'Last run at']);
});
