import { registerCommands } from '../commands/commands';
import { currentSession } from '../session/current';

/**
 * The shared runtime's page: pane, ribbon commands and custom functions live in it together.
 * Commands are known at once; the pane's own code comes after the shell is painted.
 */
registerCommands(currentSession);

void Office.onReady(async ({ host }) => {
  const root = document.getElementById('root')!;
  if (host !== Office.HostType.Excel) {
    root.innerHTML = '<p class="outside">REBAL runs inside Excel. Open it from the Home tab of a workbook.</p>';
    return;
  }
  const [{ mount }, session] = await Promise.all([import(/* webpackChunkName: "pane" */ './mount'), currentSession()]);
  mount(root, session);
});
