import { describe, expect, it } from '@jest/globals';
import { ruleFormula } from './rules';

describe('formulas of conditional formats', () => {
  it('compare a row with the row before it', () => {
    expect(ruleFormula({ kind: 'divider', column: 'Account ID', color: '#000000' }, 'C', 6)).toBe('=$C6<>$C5');
  });

  it('double the quotes of the text they look for', () => {
    expect(ruleFormula({ kind: 'tint', column: 'Why', beginsWith: 'a"b' }, 'D', 6)).toBe('=LEFT($D6,3)="a""b"');
  });
});
