import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stillSession } from '../taskpane/stories/still-session';
import { stories } from '../taskpane/stories/states';
import { commandNames, registerCommands } from './commands';

type Handler = (event: { completed(): void }) => void;

const associated = new Map<string, Handler>();
let panes = 0;

beforeEach(() => {
  associated.clear();
  panes = 0;
  // What Office gives a ribbon function; the browser tier runs them through the real library.
  (globalThis as Record<string, unknown>).Office = {
    actions: { associate: (name: string, handler: Handler) => associated.set(name, handler) },
    addin: { showAsTaskpane: async () => void (panes += 1) },
  };
});
afterEach(() => void delete (globalThis as Record<string, unknown>).Office);

async function press(name: string): Promise<{ asked: string[]; completed: number }> {
  const session = stillSession(stories['ready to run'].state);
  let completed = 0;
  registerCommands(async () => session);
  associated.get(name)!({ completed: () => void (completed += 1) });
  await new Promise((resolve) => setTimeout(resolve, 0));
  return { asked: session.asked, completed };
}

describe('ribbon buttons', () => {
  it('are all associated', () => {
    registerCommands(async () => stillSession(stories.done.state));
    expect([...associated.keys()]).toEqual(commandNames);
  });

  it.each([
    ['checkData', ['check']],
    ['runAll', ['scope {"kind":"all"}', 'run']],
    ['stopRun', ['stop']],
    ['openSample', ['sample']],
  ])('%s opens the pane, acts and completes at once', async (name, asked) => {
    expect(await press(name)).toEqual({ asked, completed: 1 });
    expect(panes).toBe(1);
  });
});
