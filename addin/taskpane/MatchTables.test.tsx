/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { proposeMap } from '../../shared/mapping/guess/propose-map';
import { ownBook, ownSheets } from '../../shared/mapping/test-own-book';
import { MatchTables } from './MatchTables';
import { stillSession } from './stories/still-session';
import { stories } from './stories/states';
import { SessionContext } from './use-session';

afterEach(cleanup);

/** Targets of 45 for 45 %. */
const policy = ownSheets.Policy.map((row, k) => [row[0], row[1], k === 0 ? row[2] : Number(row[2]) * 100]);

async function show(book = ownBook({ Policy: policy })) {
  const session = { ...stillSession(stories['not checked yet'].state), proposeMap: async () => proposeMap(book) };
  let view!: ReturnType<typeof render>;
  await act(async () => void (view = render(<SessionContext.Provider value={session}><MatchTables /></SessionContext.Provider>)));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Use this workbook' })));
  return { session, view };
}

it('shows what each table is taken for, and writes it when asked', async () => {
  const { session, view } = await show();
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
  expect(screen.getByText(/^Holdings is Tax lots \(\d\d % sure\)$/)).toBeTruthy();
  expect((await axe.run(view.container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Match them' }));
  expect(session.asked).toEqual(['adopt']);
});

it('changes cells only when their box is ticked: old and new are shown beside it', async () => {
  const { session } = await show();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Read 5 cells of “Goal” with ÷100: 50 → 0.5, since its values look like 50/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Match them' }));
  expect(session.asked).toEqual(['adopt Models.Target %']);
});

it('says so when no sheet looks like a table', async () => {
  await show({ regions: [], names: {}, date1904: false });
  expect(screen.getByText(/^No sheet looks like/)).toBeTruthy();
});
