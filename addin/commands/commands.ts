import type { Session } from '../session/session';

/** What each ribbon button does; the keys are the manifest's function names. */
const actions: Readonly<Record<string, (session: Session) => Promise<void>>> = {
  checkData: (session) => session.check(),
  runAll: async (session) => {
    await session.chooseScope({ kind: 'all' });
    await session.run();
  },
  stopRun: (session) => session.stop(),
  openSample: (session) => session.openSample(),
};

/** The manifest's names of ribbon functions, all of them associated by `registerCommands`. */
export const commandNames = [...Object.keys(actions), 'openHelp'];

/**
 * Ties the ribbon's buttons to the session. A button opens the pane, which shows what happens and why something cannot;
 * the event is completed at once, because Excel ends ribbon functions that last.
 */
export function registerCommands(session: () => Promise<Session>): void {
  for (const [name, act] of Object.entries(actions)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void Office.addin.showAsTaskpane();
      void session().then(act);
      event.completed();
    });
  }
  Office.actions.associate('openHelp', (event: Office.AddinCommands.Event) => {
    openHelp();
    event.completed();
  });
}

function openHelp(): void {
  const url = new URL('help.html', document.baseURI).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) Office.context.ui.openBrowserWindow(url);
  else window.open(url, '_blank', 'noopener');
}
