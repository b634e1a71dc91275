/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { stillSession } from './stories/still-session';
import { stories } from './stories/states';
import { withoutLayout } from './stories/without-layout';
import { TaskPane } from './TaskPane';

beforeAll(withoutLayout);
afterEach(cleanup);

async function show(name: keyof typeof stories) {
  const { state, tab } = stories[name];
  const session = stillSession(state);
  let view!: ReturnType<typeof render>;
  await act(async () => void (view = render(<TaskPane session={session} start={tab} />)));
  return { session, view };
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const strip = (): string => screen.getByTitle(/^Open (Data|Run)$/).textContent ?? '';

describe('every state of the pane', () => {
  it.each(Object.keys(stories))('%s: is accessible', async (name) => {
    const { view } = await show(name);
    // Colors and layout are not computed here; they are looked at in a browser.
    const { violations } = await axe.run(view.container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it.each([
    ['empty workbook', 'Empty workbook'],
    ['not checked yet', 'Not checked yet'],
    ['no problems', 'Checked · 214 accounts · 2026-11-20'],
    ['the data stops a run', '1 issue stops a run'],
    ['waiting for a cell edit', 'Waiting for you to finish editing'],
    ['running', 'Running 132 of 214'],
    ['stopped', 'Stopped at 132'],
    ['done', 'Up to date · 214 accounts · 2026-11-20'],
    ['inputs changed', 'Inputs changed'],
    ['offline', 'Offline'],
  ])('%s: the strip says %s', async (name, text) => {
    await show(name);
    expect(strip()).toBe(text);
  });
});

describe('the Data tab', () => {
  it('offers the sample in an empty workbook, and nothing that cannot work', async () => {
    const { session } = await show('empty workbook');
    expect(screen.getByRole('heading', { name: 'Rebalance a book from this workbook.' })).toBeTruthy();
    press('Open the sample');
    expect(session.asked).toEqual(['sample']);
    expect(screen.queryByRole('button', { name: 'Check data' })).toBeNull();
  });

  it('shows each table with its rows and marks, and goes to its sheet', async () => {
    const { session } = await show('accounts skipped');
    const holdings = screen.getByRole('button', { name: /^Holdings/ });
    expect(within(holdings).getByText('8,120')).toBeTruthy();
    expect(within(holdings).getByLabelText('Accounts left out')).toBeTruthy();
    fireEvent.click(holdings);
    expect(session.asked).toEqual(['go Holdings']);
  });

  it('folds optional tables that have no problem', async () => {
    await show('not checked yet');
    expect(screen.queryByRole('button', { name: /^Settings/ })).toBeNull();
    press('2 more tables');
    expect(screen.getByRole('button', { name: /^Settings/ }).textContent).toContain('9');
  });

  it('says in one sentence what a check found', async () => {
    await show('no problems');
    expect(screen.getAllByText('No problems found in 8,777 rows.').map(({ tagName }) => tagName)).toContain('P');
    cleanup();
    await show('the data stops a run');
    expect(screen.getAllByText('1 thing stops a run. 3 accounts would be skipped. 1 warning.').map(({ tagName }) => tagName)).toContain(
      'P',
    );
  });

  it('groups problems by cause, worst first, and goes to their cells', async () => {
    const { session } = await show('the data stops a run');
    const causes = screen
      .getAllByRole('listitem')
      .map((item) => item.textContent ?? '')
      .filter((text) => /·/.test(text));
    expect(causes.map((text) => / · ([A-Z]\d\d)/.exec(text)?.[1])).toEqual(['M01', 'H04', 'X01']);
    press('Go to Holdings!D88');
    expect(session.asked).toEqual(['go Holdings D88']);
  });

  it('mends one cell at once, and shows first what changes figures', async () => {
    const { session } = await show('some of it can be mended');
    press('Apply');
    expect(session.asked).toEqual(['fix H04']);
    press('Rescale…');
    const preview = screen.getByRole('group', { name: 'What would change' });
    expect(within(preview).getByText('Models!C4 0.45 → 0.5')).toBeTruthy();
    press('Leave as it is');
    expect(session.asked).toEqual(['fix H04']);
    press('Rescale…');
    press('Change 2 cells');
    press('Apply ticked fixes');
    expect(session.asked).toEqual(['fix H04', 'fix M01:rescale', 'fix ticked']);
  });

  it('adds a sheet that is not there', async () => {
    const { session } = await show('a core table is missing');
    press('Add a sheet');
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent);
    expect(items.slice(0, 2)).toEqual(['Models', 'Tax profiles']);
    expect(items).not.toContain('Accounts');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Models' }));
    expect(session.asked).toEqual(['add models']);
  });

  it('starts blank', async () => {
    const { session } = await show('empty workbook');
    press('Start blank');
    expect(session.asked).toEqual(['add accounts holdings securities models']);
  });

  it('marks a core table that is missing', async () => {
    await show('a core table is missing');
    const item = screen.getByText('missing').closest('li')!;
    expect(item.textContent).toContain('Models');
  });

  it('can be left while a cell is edited', async () => {
    const { session } = await show('waiting for a cell edit');
    press('Cancel');
    expect(session.asked).toEqual(['stop']);
  });
});

describe('the Run tab', () => {
  it('runs', async () => {
    const { session } = await show('ready to run');
    expect(screen.getByRole('radio', { name: 'All 214' })).toHaveProperty('checked', true);
    press('Run');
    expect(session.asked).toEqual(['run']);
  });

  it('says how many accounts are left out and shows them', async () => {
    await show('ready to run');
    press(/3 accounts will be skipped/);
    expect(screen.getByRole('tab', { name: 'Data' }).getAttribute('aria-selected')).toBe('true');
  });

  it.each([
    ['offline', /service can't be reached/],
    ['run refused by the data', /^Something in the data stops a run/],
  ])('%s: Run says why it cannot be pressed', async (name, why) => {
    const { session } = await show(name);
    press('Run');
    expect(session.asked).toEqual([]);
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('tells how far the run is', async () => {
    const { session } = await show('running');
    expect(screen.getByText('132 of 214')).toBeTruthy();
    expect(screen.getByText('61%')).toBeTruthy();
    expect(screen.getByText('Now: H-RIVERA · 4471-0093')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Accounts finished' }).getAttribute('aria-valuenow')).toBe(String(132 / 214));
    press('Stop');
    expect(session.asked).toEqual(['stop']);
  });

  it('announces progress in quarters only', async () => {
    const { session } = await show('running');
    const said = () => screen.getByText(/^Running, \d+ percent$/).textContent;
    expect(said()).toBe('Running, 50 percent');
    await act(async () => session.store.tell({ is: 'account done', done: 150, total: 214 }));
    expect(said()).toBe('Running, 50 percent');
    await act(async () => session.store.tell({ is: 'account done', done: 161, total: 214 }));
    expect(said()).toBe('Running, 75 percent');
  });

  it('asks after a stop whether to keep what is finished', async () => {
    const { session } = await show('stopped');
    press('Keep the 132 finished accounts');
    press('Discard all');
    expect(session.asked).toEqual(['keep', 'discard']);
  });

  it('sums the last run up and goes to its sheets', async () => {
    const { session } = await show('done');
    expect(screen.getByText('Done in 41 s. 38 accounts trade, 6 need your review.')).toBeTruthy();
    expect(screen.getByText('$41,280', { exact: false }).textContent).toBe('$41,280 6.1 bp');
    expect(screen.getByText('Tax saved').nextSibling?.textContent).toBe('$29,900');
    expect(screen.getByRole('list', { name: 'Decisions' }).textContent).toBe('38 trade164 no trade6 review3 blocked3 skipped');
    press('Exceptions 6');
    expect(session.asked).toEqual(['go Exceptions']);
  });

  it('says that a stopped run is partial and that tax is due', async () => {
    await show('partial result');
    expect(screen.getByText(/132 of 214 finished\./)).toBeTruthy();
    expect(screen.getByText('Tax due').nextSibling?.textContent).toBe('$1,120');
  });

  it('chooses a scope', async () => {
    const { session } = await show('ready to run');
    fireEvent.click(screen.getByRole('radio', { name: 'Selection' }));
    expect(session.asked).toEqual(['scope {"kind":"selection"}']);
  });

  it('names the selected accounts', async () => {
    await show('selection chosen');
    expect(screen.getByText('4471-0001, 4471-0002, 4471-0003 and 1 more')).toBeTruthy();
  });
});

describe('messages', () => {
  it('offer their way out', async () => {
    const { session } = await show('protected sheet');
    press('Try again');
    press('Dismiss');
    expect(session.asked).toEqual(['act try again', 'dismiss']);
  });

  it('show the support code of an unknown fault', async () => {
    const { session } = await show('unknown fault');
    expect(screen.getByText('Support code 7F3A-21')).toBeTruthy();
    press('Copy');
    expect(session.asked).toEqual(['act copy']);
  });
});

describe('the frame', () => {
  it('does not move focus on its own, and opens the cause from the strip', async () => {
    await show('the data stops a run');
    expect(document.activeElement).toBe(document.body);
    fireEvent.click(screen.getByRole('tab', { name: 'Run' }));
    fireEvent.click(screen.getByTitle('Open Data'));
    expect(screen.getByRole('tab', { name: 'Data' }).getAttribute('aria-current')).toBe('page');
  });

  it('shows a run that was started from the ribbon', async () => {
    const { session } = await show('no problems');
    await act(async () => session.store.tell({ is: 'reading', then: 'run' }));
    expect(screen.getByRole('tab', { name: 'Run' }).getAttribute('aria-selected')).toBe('true');
  });
});
