import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from '../session/session';
import type { SessionState } from '../session/state';

/** The session that the pane's components act on. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The use cases. Throws outside a `SessionContext`: a wiring fault of ours. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A component was rendered outside SessionContext.');
  return session;
}

/** The present state; re-renders on each change. */
export function useSessionState(): SessionState {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.get);
}
