import { describe, expect, it } from '@jest/globals';
import { linkTarget } from './links';

describe('links to places of the workbook', () => {
  it('quote the sheet when they must', () => {
    expect(linkTarget('Holdings!D7')).toBe('Holdings!D7');
    expect(linkTarget('Asset classes!D7')).toBe("'Asset classes'!D7");
    expect(linkTarget("'Bob''s book'!$A$1")).toBe("'Bob''s book'!$A$1");
  });

  it('are not made of text that Excel could take for a formula', () => {
    expect([linkTarget('=1+1!A1'), linkTarget("'=cmd|x'!A1"), linkTarget('@SUM!B2')]).toEqual([undefined, undefined, undefined]);
  });

  it('are not made of text that is no place', () => {
    expect([linkTarget('Holdings'), linkTarget('https://example.com'), linkTarget('A!1'), linkTarget(null), linkTarget(7)]).toEqual(
      Array(5).fill(undefined),
    );
  });
});
