import { describe, expect, it } from '@jest/globals';
import { CellsInTheWayError } from '../../shared/workbook/cell-edits';
import { ServiceError } from '../client/service-error';
import { protectedSheet } from '../workbook/workbook-error';
import { codeOf, noticeOf } from './faults';

describe('what the user is told', () => {
  it('names the way out of what they can mend', () => {
    expect(noticeOf(protectedSheet('Trades'))).toMatchObject({ intent: 'warning', action: 'try again' });
    expect(noticeOf(new ServiceError('busy', 'The service is busy.'))).toMatchObject({ intent: 'warning', action: 'try again' });
    expect(noticeOf(new CellsInTheWayError('Holdings', 'B90', 2))).toMatchObject({ intent: 'warning', action: 'try again', text: expect.stringContaining('B90') as unknown });
    expect(noticeOf(new ServiceError('too big', 'Too big.')).action).toBeUndefined();
  });

  it('of a fault of ours is a code, never its words', () => {
    const notice = noticeOf(new TypeError('cost of 4471-0093 is undefined'));
    expect(notice).toMatchObject({ text: 'Something went wrong on our side. Your workbook is unchanged.', action: 'copy' });
    expect(notice.supportCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{2}$/);
    expect(JSON.stringify(notice)).not.toContain('4471');
    expect(noticeOf(new Error('x'), true).text).toMatch(/Some sheets may be unfinished/);
    expect(noticeOf(new ServiceError('fault', 'x', 'req-7')).supportCode).toBe('req-7');
  });

  it('has the same code for the same fault, whatever it is about', () => {
    const faultAbout = (account: string) => new TypeError(`no ${account}`);
    expect(codeOf(faultAbout('A'))).toBe(codeOf(faultAbout('B')));
    expect(codeOf(undefined)).toMatch(/^[0-9A-F]{4}-[0-9A-F]{2}$/);
  });
});
