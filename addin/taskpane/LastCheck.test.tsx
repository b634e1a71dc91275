/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { SessionState } from '../session/state';
import { LastCheck } from './LastCheck';
import { stillSession } from './stories/still-session';
import { stories } from './stories/states';
import { SessionContext } from './use-session';

afterEach(cleanup);

async function show(name: keyof typeof stories, change: Partial<SessionState> = {}) {
  const state = { ...stories[name].state, ...change };
  const session = stillSession(state);
  await act(async () => void render(<SessionContext.Provider value={session}><LastCheck report={state.check!} /></SessionContext.Provider>));
  return session;
}
const button = (name: string): HTMLElement | null => screen.queryByRole('button', { name });

it('offers neither sheet nor fixes after a clean check', async () => {
  await show('no problems');
  expect([button('Open Data issues'), button('Apply ticked fixes')]).toEqual([null, null]);
});

it('goes to what it found', async () => {
  const session = await show('the data stops a run');
  fireEvent.click(button('Open Data issues')!);
  expect(session.asked).toEqual(['go Data issues']);
});

it('says when cells changed since', async () => {
  await show('no problems', { inputsChanged: false });
  expect(screen.queryByText('Inputs changed after this check.')).toBeNull();
  cleanup();
  await show('no problems', { inputsChanged: true });
  expect(screen.getByText('Inputs changed after this check.')).toBeTruthy();
});

it('applies ticked fixes, but not while other work is under way', async () => {
  const repairable = Object.keys(stories).find((name) => stories[name as keyof typeof stories].state.check?.repairs?.length) as keyof typeof stories;
  const idle = await show(repairable, { activity: { kind: 'idle' } });
  fireEvent.click(button('Apply ticked fixes')!);
  expect(idle.asked).toEqual(['fix ticked']);
  cleanup();
  const busy = await show(repairable, { activity: { kind: 'reading', then: 'check' } });
  fireEvent.click(button('Apply ticked fixes')!);
  expect(busy.asked).toEqual([]);
});
