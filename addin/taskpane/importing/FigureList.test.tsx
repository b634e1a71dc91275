/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { AccountPreview, Move } from '../../../shared/imports/preview';
import { AccountChanges } from './AccountChanges';
import { FigureList } from './FigureList';
import { MoveList } from './MoveList';

afterEach(cleanup);

const lines = (): string[] => screen.queryAllByRole('listitem').map(({ textContent }) => textContent ?? '');
const many = <T,>(count: number, one: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => one(k));

it('is not there without lines, and neither is what follows it', () => {
  const { container } = render(<FigureList title="Nothing" label="Nothing" lines={[]}>More</FigureList>);
  expect(container.textContent).toBe('');
});

describe('moves', () => {
  const move = (symbol: string, before: number, after: number): Move =>
    ({ accountId: '4471', symbol, quantityBefore: before, quantityAfter: after, dollarsBefore: before * 100, dollarsAfter: after * 100 });

  it('have a sign, and what was and will be held', () => {
    render(<MoveList moves={[move('VTI', 10, 12.5), move('BND', 3, 0), move('KO', 1, 1)]} />);
    expect(lines()).toEqual(['VTI 4471+$250 10 → 12.5', 'BND 4471–$300 3 → 0', 'KO 4471$0 1 → 1']);
  });

  it('beyond the sixth are counted', () => {
    render(<MoveList moves={many(9, (k) => move(`S${k}`, 0, 9 - k))} />);
    expect(lines()).toHaveLength(6);
    expect(screen.getByText('3 smaller ones are not shown.')).toBeTruthy();
  });
});

describe('accounts', () => {
  const account = (accountId: string, more: Partial<AccountPreview> = {}): AccountPreview =>
    ({ accountId, fileAccounts: [], files: [], asOf: null, asOfBefore: null, custodianTotal: null, same: 0, changed: 0, new: 0, gone: 0, dollarsBefore: 0, dollarsAfter: 1000, ...more });

  it('stand in the order of what changes, and leave out what does not', () => {
    render(<AccountChanges accounts={[account('quiet', { same: 40 }), account('busy', { new: 2, gone: 1, asOf: '2026-11-20' })]} />);
    expect(lines()).toEqual(['busy 2 new, 1 gone$1,000 2026-11-20', 'quiet 40 same$1,000 no day']);
  });

  it('are all shown when asked for', () => {
    render(<AccountChanges accounts={many(8, (k) => account(`A${k}`))} />);
    expect(lines()).toHaveLength(6);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 8' }));
    expect(lines()).toHaveLength(8);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
