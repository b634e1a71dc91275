import { exceptionRow } from './exceptions';

test('facts become a row of the sheet; what is not known is blank', () => {
  const row = exceptionRow({ id: 'A', name: 'Rivera' }, 'R-1', { severity: 'Review', code: 'turnover', whatHappened: 'w', suggestedFix: 'f', limit: '20 %' });
  expect(row).toEqual({
    severity: 'Review', state: 'New', accountId: 'A', account: 'Rivera', whatHappened: 'w', limit: '20 %', actual: null, overBy: null,
    whatIsInTheWay: null, suggestedFix: 'f', source: null, tradesAffected: 0, resolution: null, resolutionNote: null, by: null, at: null,
    code: 'turnover', runId: 'R-1',
  });
  expect(exceptionRow({ id: 'A' }, 'R-1', { severity: 'Info', code: 'c', whatHappened: 'w', suggestedFix: 'f', tradesAffected: 3 })).toMatchObject({ account: null, tradesAffected: 3 });
});
