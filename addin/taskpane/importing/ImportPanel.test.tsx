/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { stillSession } from '../stories/still-session';
import { stories } from '../stories/states';
import { withoutLayout } from '../stories/without-layout';
import { TaskPane } from '../TaskPane';

beforeAll(withoutLayout);
afterEach(cleanup);

async function show(name: string) {
  const session = stillSession(stories[name].state);
  await act(async () => void render(<TaskPane session={session} />));
  if (session.store.get().importing && session.store.get().activity.kind !== 'writing') await screen.findByText(/^Import, step/);
  return session;
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const file = (name: string): File => new File(['x'], name);
const items = (list: string): string[] => within(screen.getByRole('list', { name: list })).getAllByRole('listitem').map((item) => item.textContent ?? '');

describe('files come in', () => {
  it('chosen or dropped, several at once', async () => {
    const session = await show('not checked yet');
    fireEvent.change(screen.getByLabelText('Files to import'), { target: { files: [file('a.csv'), file('b.xlsx')] } });
    const zone = screen.getByText(/^Drop custodians’ files here/).parentElement!;
    fireEvent.drop(zone, { dataTransfer: { files: [file('c.ofx')] } });
    fireEvent.drop(zone, { dataTransfer: { files: [] } });
    expect(session.asked).toEqual(['import a.csv b.xlsx', 'import c.ofx']);
  });

  it('or pasted', async () => {
    const session = await show('not checked yet');
    press('Paste rows');
    const box = await screen.findByRole('textbox', { name: 'Rows with their header row' });
    press('Read');
    expect(session.asked).toEqual([]);
    fireEvent.change(box, { target: { value: 'Symbol,Quantity\nVTI,1' } });
    press('Read');
    expect(session.asked).toEqual(['import Pasted rows']);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('not while something else is under way, nor into a workbook without tables', async () => {
    const session = await show('running');
    fireEvent.click(screen.getByRole('tab', { name: 'Data' }));
    fireEvent.change(screen.getByLabelText('Files to import'), { target: { files: [file('a.csv')] } });
    expect(session.asked).toEqual([]);
    cleanup();
    await show('empty workbook');
    expect(screen.queryByLabelText('Files to import')).toBeNull();
  });
});

describe('what the files say', () => {
  it('names the layout, the day, the rows; focus begins at the heading', async () => {
    const session = await show('import: a file of a known layout');
    expect(document.activeElement?.textContent).toBe('What the files say');
    expect(screen.getByText('E*TRADE, portfolio download (CSV)')).toBeTruthy();
    expect(screen.getByText(/% sure · as of 2026-11-20 · 1 position, 1 cash row$/)).toBeTruthy();
    press('Show what would change');
    press('Leave PortfolioDownload.csv out');
    press('Cancel');
    expect(session.asked).toEqual(['show preview', 'leave out 0', 'leave']);
  });

  it('asks for accounts that were not found, and chooses none itself', async () => {
    const session = await show('import: accounts that are not in the book');
    const box = screen.getByRole('combobox', { name: /^Account \.\.\.5555/ });
    expect(box).toHaveProperty('value', '');
    expect(screen.getByText('2 accounts of the files will be left out unless you choose them above.')).toBeTruthy();
    fireEvent.click(box);
    fireEvent.change(box, { target: { value: '0093' } });
    fireEvent.click(screen.getByRole('option', { name: '4471-0093' }));
    expect(session.asked).toEqual(['account 0 ...5555 4471-0093']);
  });

  it('shows what columns were taken for, and takes another meaning', async () => {
    const session = await show('import: columns that cannot be told');
    const pieces = screen.getByRole('combobox', { name: 'Meaning of Pieces' });
    expect(pieces).toHaveProperty('value', '');
    fireEvent.change(pieces, { target: { value: 'quantity' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Meaning of Price' }), { target: { value: '' } });
    expect(session.asked).toEqual(['column 0 {"header":"Pieces","column":2,"field":"quantity"}', 'column 0 {"header":"Price","column":3,"field":null}']);
  });

  it('says what stops it, shortly at first, and goes no further', async () => {
    const session = await show('import: a file nobody knows');
    expect(screen.getByText(/^hello\.csv has no table that we can read/)).toBeTruthy();
    expect(screen.queryByText(/Robinhood/)).toBeNull();
    press('Show more');
    expect(screen.getByText(/Robinhood/)).toBeTruthy();
    press('Show what would change');
    expect(session.asked).toEqual([]);
  });
});

describe('what would change', () => {
  it('tells rows, dollars, tests, the largest moves and the accounts', async () => {
    const session = await show('import: preview');
    expect(['Same', 'Changed', 'New', 'Gone'].map((label) => screen.getByText(label).nextSibling?.textContent)).toEqual(['6,902', '1,180', '38', '12']);
    expect(screen.getByText('$41,204,300 before, $41,377,912 after (+$173,612)')).toBeTruthy();
    expect(items('Tests')).toEqual(['Quantity × price is the value', 'Costs are totals, not per share', 'Accounts are worth what the custodian says']);
    expect(items('Largest moves')[0]).toBe('VTI 4471-0000+$29,000 420 → 520.125');
    expect(items('Accounts')[0]).toBe('4471-0000 3 same, 6 changed, 1 new, 12 gone$192,400 2026-11-20');
    press('Show all 9');
    expect(items('Accounts')).toHaveLength(9);
    fireEvent.click(screen.getByRole('radio', { name: 'Add' }));
    press('Apply');
    press('Back');
    expect(session.asked).toEqual(['mode add', 'apply', 'show look']);
  });

  it('marks the test that fails, and names its place', async () => {
    await show('import: preview with warnings');
    expect(items('Tests')[0]).toBe('Quantity × price is the value: 1 row does not fit');
    expect(screen.getByText('Warning · H07 · PortfolioDownload.csv!G7')).toBeTruthy();
    expect(screen.getByText(/^2 accounts of the files are left out/)).toBeTruthy();
  });

  it('says when nothing would change, when much would be written, and when it may not be', async () => {
    await show('import: nothing would change');
    expect(screen.getByText(/^The workbook says all of this already/)).toBeTruthy();
    cleanup();
    await show('import: a large write');
    expect(screen.getByText(/^This writes 26,000 cells/)).toBeTruthy();
    cleanup();
    const session = await show('import: stopped by the book');
    press('Apply');
    expect(session.asked).toEqual([]);
    expect(screen.getByText('One thing stops the import. Nothing was written.')).toBeTruthy();
  });

  it('gives way to progress while it is written', async () => {
    await show('import: writing');
    expect(screen.getByRole('progressbar', { name: 'Writing the import' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });
});
