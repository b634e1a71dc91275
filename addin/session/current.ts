import type { Session } from './session';

let session: Promise<Session> | undefined;

/** The shared runtime's one session. Its code is loaded when first asked for, so that the page paints before. */
export function currentSession(): Promise<Session> {
  session ??= openSession();
  return session;
}

async function openSession(): Promise<Session> {
  const [{ createSession }, { OfficeWorkbook }, { serviceAt }, { browserMemory }] = await Promise.all([
    import('./create-session'),
    import('../workbook/office-workbook'),
    import('../client/service'),
    import('./browser-memory'),
  ]);
  await Office.onReady();
  return createSession({
    workbook: new OfficeWorkbook(),
    service: serviceAt(''),
    memory: browserMemory(Office.context.document?.url ?? ''),
    now: () => new Date(),
    onFault: (fault) => console.error('REBAL', fault),
  });
}
