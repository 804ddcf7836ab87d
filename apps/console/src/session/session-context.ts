import { createContext, useContext } from 'react';
import type { Session } from './session.ts';

/** The session of whoever looks; the gate around all pages gives it. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws outside the gate: no page is drawn for nobody */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('A page is drawn without a session.');
  return session;
}
