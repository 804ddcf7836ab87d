import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { lastSignOfSomebody } from '../api/attendance.ts';
import { readSession, sessionQuery, stay } from './session.ts';

const IdleWarning = lazy(() => import('./idle-warning.tsx'));

const LOOK_MS = 10_000;
/** Somebody types into a form for long and asks for nothing: the door hears of it this often. */
const TELL_MS = 5 * 60_000;
/** So long before the end they are asked, and nobody has touched anything for longer than this then. */
const WARN_SECONDS = 150;
const QUIET_MS = 20 * 60_000;

/**
 * Keeps a session for whoever works in a page without asking it for anything, and asks whoever does nothing whether they still are there,
 * before their session ends and takes along what they have not sent (WCAG 2.2, 2.2.1).
 */
export function IdleWatch() {
  const client = useQueryClient();
  const [endsAtMs, setEndsAtMs] = useState<number>();

  useEffect(() => {
    let toldMs = Date.now();
    const look = async (): Promise<void> => {
      const seenMs = lastSignOfSomebody();
      if (seenMs - toldMs > TELL_MS) {
        toldMs = seenMs;
        await stay();
        return;
      }
      if (Date.now() - seenMs < QUIET_MS) return;
      const session = await readSession();
      // Another tab may be in use: the door knows.
      if (session === null) await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      else if (session.idleSeconds !== null && session.idleSeconds <= WARN_SECONDS)
        setEndsAtMs(Date.now() + session.idleSeconds * 1_000);
      else setEndsAtMs(undefined);
    };
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [client]);

  if (endsAtMs === undefined) return null;
  return (
    <Suspense>
      <IdleWarning
        endsAtMs={endsAtMs}
        onStay={() => {
          setEndsAtMs(undefined);
          void stay().catch(() => client.invalidateQueries({ queryKey: sessionQuery.queryKey }));
        }}
      />
    </Suspense>
  );
}
